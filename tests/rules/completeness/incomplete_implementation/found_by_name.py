# file: app/plugins/mail.py
def to_code(config, target):
    target.add("mail", config["address"])


def describe(config):
    return config["address"]


# file: app/plugins/pager.py
def to_code(config, target):
    target.add("pager", config["number"])


# file: app/plugins/chat.py
def to_code(config, target):
    channel = config["channel"]
    target.add("chat", channel)


# file: app/plugins/silent.py
def to_code(config, target):
    pass


def describe(config):  # want: LNT908 "describe" "its body is empty"
    pass


# file: app/plugins/unfinished.py
def to_code(config, target):  # want: LNT908 "to_code"
    pass  # TODO: the printer


# file: app/other.py
def to_code(text):  # want: LNT908 "to_code" "its body is empty"
    """Another form is another function."""
