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

    def clear_parcel_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.open_scratch_directory(key)
        return found

    def lock_home_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.clear_parcel_directory(key)
        return found

    def load_cellar_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.lock_home_directory(key)
        return found

    def mark_spool_directory(self, key):
        found = self.folders[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.load_cellar_directory(key)
        return found

    def open_daily_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.mark_spool_directory(key)
        return found

    def clear_user_disk_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.open_daily_quota(key)
        return found

    def lock_team_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.clear_user_disk_quota(key)
        return found

    def load_burst_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.lock_team_quota(key)
        return found

    def mark_night_quota(self, key):
        found = self.limits[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.load_burst_quota(key)
        return found

    def open_web_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.mark_night_quota(key)
        return found

    def clear_shell_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.open_web_container(key)
        return found

    def lock_sidecar_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.clear_shell_container(key)
        return found

    def load_gpu_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.lock_sidecar_container(key)
        return found

    def mark_probe_container(self, key):
        found = self.runtime[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.load_gpu_container(key)
        return found

    def open_melody(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.mark_probe_container(key)
        return found

    def clear_colour(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.open_melody(key)
        return found

    def lock_meadow(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.clear_colour(key)
        return found

    def load_region(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.lock_meadow(key)
        return found

    def mark_flavour(self, key):
        found = self.notes[key]
        if not found:
            raise LookupError(key)
        found["count"] += 1
        self.load_region(key)
        return found


class Runtime(abc.ABC):
    @abc.abstractmethod
    def open_scratch_directory(self, key): ...

    @abc.abstractmethod
    def clear_parcel_directory(self, key): ...

    @abc.abstractmethod
    def lock_home_directory(self, key): ...

    @abc.abstractmethod
    def load_cellar_directory(self, key): ...

    @abc.abstractmethod
    def mark_spool_directory(self, key): ...

    @abc.abstractmethod
    def open_daily_quota(self, key): ...

    @abc.abstractmethod
    def clear_user_disk_quota(self, key): ...

    @abc.abstractmethod
    def lock_team_quota(self, key): ...

    @abc.abstractmethod
    def load_burst_quota(self, key): ...

    @abc.abstractmethod
    def mark_night_quota(self, key): ...

    @abc.abstractmethod
    def open_web_container(self, key): ...

    @abc.abstractmethod
    def clear_shell_container(self, key): ...

    @abc.abstractmethod
    def lock_sidecar_container(self, key): ...

    @abc.abstractmethod
    def load_gpu_container(self, key): ...

    @abc.abstractmethod
    def mark_probe_container(self, key): ...

    @abc.abstractmethod
    def open_melody(self, key): ...

    @abc.abstractmethod
    def clear_colour(self, key): ...

    @abc.abstractmethod
    def lock_meadow(self, key): ...

    @abc.abstractmethod
    def load_region(self, key): ...

    @abc.abstractmethod
    def mark_flavour(self, key): ...


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
