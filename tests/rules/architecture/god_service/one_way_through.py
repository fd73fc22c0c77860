# option: functions = 10
# option: statements = 40
import abc


class Pipeline:
    def __init__(self, folders, limits, runtime, notes):
        self.folders = folders
        self.limits = limits
        self.runtime = runtime
        self.notes = notes

    def open_scratch_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def drain_output_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.open_scratch_directory(key)
        return found

    def lift_home_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.drain_output_directory(key)
        return found

    def tally_stage_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.lift_home_directory(key)
        return found

    def seal_spool_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.tally_stage_directory(key)
        return found

    def open_daily_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.seal_spool_directory(key)
        return found

    def drain_user_disk_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.open_daily_quota(key)
        return found

    def lift_team_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.drain_user_disk_quota(key)
        return found

    def tally_burst_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.lift_team_quota(key)
        return found

    def seal_night_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.tally_burst_quota(key)
        return found

    def open_web_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.seal_night_quota(key)
        return found

    def drain_shell_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.open_web_container(key)
        return found

    def lift_sidecar_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.drain_shell_container(key)
        return found

    def tally_gpu_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.lift_sidecar_container(key)
        return found

    def seal_probe_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.tally_gpu_container(key)
        return found

    def open_mail(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.seal_probe_container(key)
        return found

    def drain_colour(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.open_mail(key)
        return found

    def lift_ticket(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.drain_colour(key)
        return found

    def tally_region(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.lift_ticket(key)
        return found

    def seal_flavour(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.tally_region(key)
        return found


class Runtime(abc.ABC):
    @abc.abstractmethod
    def open_scratch_directory(self, key): ...

    @abc.abstractmethod
    def drain_output_directory(self, key): ...

    @abc.abstractmethod
    def lift_home_directory(self, key): ...

    @abc.abstractmethod
    def tally_stage_directory(self, key): ...

    @abc.abstractmethod
    def seal_spool_directory(self, key): ...

    @abc.abstractmethod
    def open_daily_quota(self, key): ...

    @abc.abstractmethod
    def drain_user_disk_quota(self, key): ...

    @abc.abstractmethod
    def lift_team_quota(self, key): ...

    @abc.abstractmethod
    def tally_burst_quota(self, key): ...

    @abc.abstractmethod
    def seal_night_quota(self, key): ...

    @abc.abstractmethod
    def open_web_container(self, key): ...

    @abc.abstractmethod
    def drain_shell_container(self, key): ...

    @abc.abstractmethod
    def lift_sidecar_container(self, key): ...

    @abc.abstractmethod
    def tally_gpu_container(self, key): ...

    @abc.abstractmethod
    def seal_probe_container(self, key): ...

    @abc.abstractmethod
    def open_mail(self, key): ...

    @abc.abstractmethod
    def drain_colour(self, key): ...

    @abc.abstractmethod
    def lift_ticket(self, key): ...

    @abc.abstractmethod
    def tally_region(self, key): ...

    @abc.abstractmethod
    def seal_flavour(self, key): ...


class LocalRuntime(Runtime):
    def __init__(self, folders, limits, runtime, notes):
        self.folders = folders
        self.limits = limits
        self.runtime = runtime
        self.notes = notes

    def open_scratch_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def drain_output_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def lift_home_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def tally_stage_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def seal_spool_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def open_daily_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def drain_user_disk_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def lift_team_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def tally_burst_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def seal_night_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def open_web_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def drain_shell_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def lift_sidecar_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def tally_gpu_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def seal_probe_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def open_mail(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def drain_colour(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def lift_ticket(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def tally_region(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def seal_flavour(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found
