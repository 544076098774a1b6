"""What asyncio has in CPython and not here: networking, other processes, signals. Each name says so when it is used."""

_SOCKETS = "there are no sockets here"
_PROCESSES = "there are no other processes here"

_FUNCTIONS = {
    "create_subprocess_exec": _PROCESSES,
    "create_subprocess_shell": _PROCESSES,
    "get_child_watcher": _PROCESSES,
    "open_connection": _SOCKETS,
    "open_unix_connection": _SOCKETS,
    "set_child_watcher": _PROCESSES,
    "start_server": _SOCKETS,
    "start_unix_server": _SOCKETS,
}
_OTHERS = {
    _SOCKETS: "AbstractServer BaseProtocol BaseTransport BufferedProtocol DatagramProtocol DatagramTransport Protocol ReadTransport "
    "Server StreamReaderProtocol StreamWriter Transport WriteTransport protocols selector_events sslproto transports trsock",
    _PROCESSES: "AbstractChildWatcher FastChildWatcher MultiLoopChildWatcher PidfdChildWatcher SafeChildWatcher "
    "SubprocessProtocol SubprocessTransport ThreadedChildWatcher base_subprocess subprocess",
}


def refused(name):
    """Return a function that refuses; raise AttributeError for what is no function."""
    why = _FUNCTIONS.get(name)
    if why is not None:
        return refusing("asyncio", name, why)
    for why, names in _OTHERS.items():
        if name in names.split():
            raise AttributeError(f"asyncio.{name} is not supported: {why}")
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")


def refusing(owner, name, why):
    """Return a function that refuses whatever it is given."""

    def refuse(*args, **kwargs):
        raise NotImplementedError(f"{owner}.{name}() is not supported: {why}")

    refuse.__name__ = refuse.__qualname__ = name
    return refuse
