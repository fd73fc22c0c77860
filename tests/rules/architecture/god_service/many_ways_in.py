# option: functions = 10
# option: statements = 40
class JobWrapper:  # want: LNT401 @1 "class JobWrapper" "20 functions, 20 of which no other uses" "container (5), directory (5), quota (5)"
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

    def clear_parcel_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def lock_home_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def load_cellar_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def mark_spool_directory(self, key):
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

    def clear_user_disk_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def lock_team_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def load_burst_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def mark_night_quota(self, key):
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

    def clear_shell_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def lock_sidecar_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def load_gpu_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def mark_probe_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def open_melody(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def clear_colour(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def lock_meadow(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def load_region(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found

    def mark_flavour(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        return found
