"""The event loop under the name that it has in CPython on Unix, which its repr shows. Refused: files, sockets, signals."""

from . import base_events

_REFUSED = {
    "there are no signals here": "add_signal_handler remove_signal_handler",
    "there are no other processes here": "subprocess_exec subprocess_shell",
    "there are no files and pipes to wait for": "add_reader add_writer connect_read_pipe connect_write_pipe remove_reader remove_writer",
    "there are no sockets here": "connect_accepted_socket create_connection create_datagram_endpoint create_server "
    "create_unix_connection create_unix_server getaddrinfo getnameinfo sendfile sock_accept sock_connect sock_recv sock_recv_into "
    "sock_recvfrom sock_recvfrom_into sock_sendall sock_sendfile sock_sendto start_tls",
}


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    def __getattr__(self, name):
        for why, names in _REFUSED.items():
            if name in names.split():
                from ._refused import refusing

                return refusing("loop", name, why)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


SelectorEventLoop = _UnixSelectorEventLoop
