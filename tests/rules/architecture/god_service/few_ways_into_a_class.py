# option: functions = 10
# option: statements = 40
class Robot:
    """Long work behind one door: the steps are its own affair."""

    def start(self, plan):
        for step in plan:
            self._run(step)
            self._note(step)

    def _raise_arm(self):
        row = self.rows["arm"]
        if not row:
            raise LookupError("arm")
        row["raise"] = True
        return row

    def _clean_arm(self):
        row = self.rows["arm"]
        if not row:
            raise LookupError("arm")
        row["clean"] = True
        return row

    def _check_arm(self):
        row = self.rows["arm"]
        if not row:
            raise LookupError("arm")
        row["check"] = True
        return row

    def _raise_wheel(self):
        row = self.rows["wheel"]
        if not row:
            raise LookupError("wheel")
        row["raise"] = True
        return row

    def _clean_wheel(self):
        row = self.rows["wheel"]
        if not row:
            raise LookupError("wheel")
        row["clean"] = True
        return row

    def _check_wheel(self):
        row = self.rows["wheel"]
        if not row:
            raise LookupError("wheel")
        row["check"] = True
        return row

    def _raise_lamp(self):
        row = self.rows["lamp"]
        if not row:
            raise LookupError("lamp")
        row["raise"] = True
        return row

    def _clean_lamp(self):
        row = self.rows["lamp"]
        if not row:
            raise LookupError("lamp")
        row["clean"] = True
        return row

    def _check_lamp(self):
        row = self.rows["lamp"]
        if not row:
            raise LookupError("lamp")
        row["check"] = True
        return row

    def _raise_horn(self):
        row = self.rows["horn"]
        if not row:
            raise LookupError("horn")
        row["raise"] = True
        return row

    def _clean_horn(self):
        row = self.rows["horn"]
        if not row:
            raise LookupError("horn")
        row["clean"] = True
        return row

    def _check_horn(self):
        row = self.rows["horn"]
        if not row:
            raise LookupError("horn")
        row["check"] = True
        return row


class Workshop:  # want: LNT401 @1 "class Workshop" "13 functions" "arm (3), horn (3), lamp (3), wheel (3)"
    """The same work, each step of it for everybody."""

    def start(self, plan):
        for step in plan:
            self.note(step)
            self.run(step)
        for step in plan:
            self.end(step)

    def raise_arm(self):
        row = self.rows["arm"]
        if not row:
            raise LookupError("arm")
        row["raise"] = True
        return row

    def clean_arm(self):
        row = self.rows["arm"]
        if not row:
            raise LookupError("arm")
        row["clean"] = True
        return row

    def check_arm(self):
        row = self.rows["arm"]
        if not row:
            raise LookupError("arm")
        row["check"] = True
        return row

    def raise_wheel(self):
        row = self.rows["wheel"]
        if not row:
            raise LookupError("wheel")
        row["raise"] = True
        return row

    def clean_wheel(self):
        row = self.rows["wheel"]
        if not row:
            raise LookupError("wheel")
        row["clean"] = True
        return row

    def check_wheel(self):
        row = self.rows["wheel"]
        if not row:
            raise LookupError("wheel")
        row["check"] = True
        return row

    def raise_lamp(self):
        row = self.rows["lamp"]
        if not row:
            raise LookupError("lamp")
        row["raise"] = True
        return row

    def clean_lamp(self):
        row = self.rows["lamp"]
        if not row:
            raise LookupError("lamp")
        row["clean"] = True
        return row

    def check_lamp(self):
        row = self.rows["lamp"]
        if not row:
            raise LookupError("lamp")
        row["check"] = True
        return row

    def raise_horn(self):
        row = self.rows["horn"]
        if not row:
            raise LookupError("horn")
        row["raise"] = True
        return row

    def clean_horn(self):
        row = self.rows["horn"]
        if not row:
            raise LookupError("horn")
        row["clean"] = True
        return row

    def check_horn(self):
        row = self.rows["horn"]
        if not row:
            raise LookupError("horn")
        row["check"] = True
        return row
