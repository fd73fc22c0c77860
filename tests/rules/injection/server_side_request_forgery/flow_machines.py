"""Addresses whose machine is looked up and must be no private one before it is asked; and those that nobody looks up."""

import ipaddress
import socket
from urllib.parse import urlparse

import requests
from flask import Flask, abort, request

app = Flask(__name__)


def refuse_private(address):
    machine = ipaddress.ip_address(address)
    if machine.is_private or machine.is_loopback:
        raise ValueError(address)


def refuse_private_machines_of(url):
    refuse_private(socket.gethostbyname(urlparse(url).hostname))


@app.get("/1")
def refused_in_a_helper():
    url = request.args["url"]
    refuse_private_machines_of(url)
    return requests.get(url).text


@app.get("/2")
def refused_here():
    url = request.args["url"]
    if ipaddress.ip_address(socket.gethostbyname(urlparse(url).hostname)).is_private:
        abort(400)
    return requests.get(url).text


@app.get("/3")
def only_public_ones():
    url = request.args["url"]
    machine = ipaddress.ip_address(socket.gethostbyname(urlparse(url).hostname))
    if not machine.is_global:
        abort(400)
    return requests.get(url).text


@app.get("/4")
def another_address_is_refused():
    url = request.args["url"]
    refuse_private_machines_of(request.args["other"])
    return requests.get(url).text  # want: LNT118


@app.get("/5")
def the_machine_itself_is_refused_only():
    url = request.args["url"]
    if ipaddress.ip_address(socket.gethostbyname(urlparse(url).hostname)).is_loopback:
        abort(400)
    return requests.get(url).text  # want: LNT118


@app.get("/6")
def private_ones_alone():
    url = request.args["url"]
    if not ipaddress.ip_address(socket.gethostbyname(urlparse(url).hostname)).is_private:
        abort(400)
    return requests.get(url).text  # want: LNT118


@app.get("/7")
def looked_up_and_asked_anyway():
    url = request.args["url"]
    private = ipaddress.ip_address(socket.gethostbyname(urlparse(url).hostname)).is_private
    return {"private": private, "text": requests.get(url).text}  # want: LNT118
