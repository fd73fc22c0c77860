import os
import platform
import shlex
import subprocess

from flask import request


def either_shell():
    argv = []
    if "Windows" in platform.system():
        argv.append("cmd.exe")
        argv.append("/C")
    else:
        argv.append("sh")
        argv.append("-c")
    argv.append("echo " + request.args["word"])
    subprocess.run(argv)  # want: LNT106


def either_program():
    argv = []
    if os.name == "nt":
        argv.append("where")
        argv.append("/q")
    else:
        argv.append("which")
        argv.append("-a")
    argv.append(request.args["word"])
    subprocess.run(argv)


def script_is_constant():
    argv = ["sh", "-c", 'echo "$1"', "sh", request.args["word"]]
    subprocess.run(argv)


def names_the_program():
    subprocess.call([request.args["tool"], "--version"])  # want: LNT106


def names_the_program_or_not():
    tool = "date"
    given = request.args.getlist("tool")
    if given:
        tool = given[0]
    subprocess.call([tool, "--version"])  # want: LNT106


def whole_line():
    subprocess.run(request.form["line"].split())  # want: LNT106


def line_as_shell_words():
    subprocess.run(shlex.split(request.form["line"]))  # want: LNT106


def whole_program():
    subprocess.Popen(request.form["program"])  # want: LNT106


def words_after_a_program():
    subprocess.run(("git log " + request.args["branch"]).split())


def words_added():
    subprocess.run(["git", "log"] + request.args["branches"].split())


def words_extended():
    argv = ["git"]
    argv.extend(request.args["words"].split())
    subprocess.run(argv)


def looked_up():
    tool = {"disk": "df", "files": "ls"}.get(request.args["tool"], "ls")
    subprocess.run([tool, request.args["where"]])


def handed_on(program):
    subprocess.run([program, "-v"])


def first_word():
    os.system("ls -l {}".format("tidy up " + request.args["x"]).split(" ")[0])


def last_word():
    os.system(("tidy up " + request.args["x"]).split()[-1])  # want: LNT106


def before_the_sign():
    name, value = ("level=" + request.args["level"]).split("=", 1)
    os.system("show " + name)
    os.system("show " + value)  # want: LNT106


def parts():
    head, _, tail = ("level=" + request.args["level"]).partition("=")
    os.system("show " + head)
    os.system("show " + tail)  # want: LNT106
