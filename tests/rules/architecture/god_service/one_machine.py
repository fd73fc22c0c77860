# option: functions = 8
# option: statements = 30
# option: groups = 2
class Engine:
    """Names of two things that are one machine: both work on the same state."""

    def __init__(self):
        self.pressure = 0
        self.flow = 0

    def drain_valve(self):
        if self.pressure > 10:
            self.pressure = 10
        self.pressure += 1
        self.flow -= 1
        return self.pressure

    def inspect_valve(self):
        if self.pressure > 10:
            self.pressure = 10
        self.pressure += 1
        self.flow -= 1
        return self.pressure

    def open_valve(self):
        if self.pressure > 10:
            self.pressure = 10
        self.pressure += 1
        self.flow -= 1
        return self.pressure

    def close_valve(self):
        if self.pressure > 10:
            self.pressure = 10
        self.pressure += 1
        self.flow -= 1
        return self.pressure

    def drain_pump(self):
        if self.pressure > 10:
            self.pressure = 10
        self.pressure += 1
        self.flow -= 1
        return self.pressure

    def inspect_pump(self):
        if self.pressure > 10:
            self.pressure = 10
        self.pressure += 1
        self.flow -= 1
        return self.pressure

    def open_pump(self):
        if self.pressure > 10:
            self.pressure = 10
        self.pressure += 1
        self.flow -= 1
        return self.pressure

    def close_pump(self):
        if self.pressure > 10:
            self.pressure = 10
        self.pressure += 1
        self.flow -= 1
        return self.pressure
