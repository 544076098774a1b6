"""Constants of characters, templates, and formatting by one's own rules."""

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalize each word and join them with one separator."""
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


class Template:
    """A text with places like $name or ${name}; $$ is a dollar sign."""

    delimiter = "$"
    idpattern = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2  # re.IGNORECASE
    _compiled = None  # only classes that change more than the delimiter need `re`

    def __init_subclass__(cls):
        super().__init_subclass__()
        if cls._compiled or not {"idpattern", "braceidpattern", "flags", "pattern"}.isdisjoint(cls.__dict__):
            import re

            if "pattern" not in cls.__dict__:
                mark, name = re.escape(cls.delimiter), cls.idpattern
                places = [f"(?P<escaped>{mark})", f"(?P<named>{name})", f"{{(?P<braced>{cls.braceidpattern or name})}}"]
                cls.pattern = f"{mark}(?:{'|'.join(places)}|(?P<invalid>))"
            cls.pattern = cls._compiled = re.compile(cls.pattern, cls.flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _matched_parts(self):
        at = 0
        for match in self._compiled.finditer(self.template):
            text, at = self.template[at : match.start()], match.end()
            name = match["named"] or match["braced"]
            if name is not None:
                yield text, name, match.group()
            elif match["escaped"] is not None:
                yield text + self.delimiter, "", ""
            elif match["invalid"] is not None:
                yield text, None, match.start("invalid") - len(self.delimiter)
                at = match.start()
            else:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        yield self.template[at:], "", ""

    def _parts(self):
        """Iterate over (text, name, written): the text before a place, then its name; None where it is no name."""
        if self._compiled:
            yield from self._matched_parts()
            return
        text, start, at = self.template, 0, 0
        mark = self.delimiter
        while (at := text.find(mark, at)) >= 0:
            after = at + len(mark)
            if text.startswith(mark, after):
                yield text[start:at] + mark, "", ""
                start = at = after + len(mark)
                continue
            braced = text.startswith("{", after)
            first = end = after + braced
            while end < len(text) and _is_part(text[end], end == first):
                end += 1
            if end == first or braced and not text.startswith("}", end):
                yield text[start:at], None, at
                start, at = at, after
                continue
            name, end = text[first:end], end + braced
            yield text[start:at], name, text[at:end]
            start = at = end
        yield text[start:], "", ""

    def substitute(self, mapping={}, /, **kws):
        """Return the text with all places filled; a missing name raises KeyError."""
        values = {**mapping, **kws} if kws else mapping
        out = []
        for text, name, written in self._parts():
            if name is None:
                self._invalid(written)
            out.append(text)
            if name:
                out.append(str(values[name]))
        return "".join(out)

    def safe_substitute(self, mapping={}, /, **kws):
        """Return the text with the places filled whose names are known."""
        values = {**mapping, **kws} if kws else mapping
        out = []
        for text, name, written in self._parts():
            out.append(text)
            if name:
                try:
                    out.append(str(values[name]))
                except KeyError:
                    out.append(written)
        return "".join(out)

    def is_valid(self):
        """Return True if every delimiter begins a place."""
        return all(name is not None for _, name, _ in self._parts())

    def get_identifiers(self):
        """Return the names in order of their first place."""
        return list(dict.fromkeys(name for _, name, _ in self._parts() if name))

    def _invalid(self, at):
        after = at + len(self.delimiter)
        lines = self.template[:after].splitlines(keepends=True)
        raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {len(lines[-1])}")


def _is_part(char, first):
    return char == "_" or char.isascii() and (char.isalpha() if first else char.isalnum())


class Formatter:
    """What `str.format` does, in steps that can be overridden."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """Fill the places with items of a tuple and a mapping."""
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for text, field, spec, conversion in self.parse(format_string):
            if text:
                out.append(text)
            if field is None:
                continue
            first = field.partition(".")[0].partition("[")[0]
            if first == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field, auto = str(auto) + field, auto + 1
            elif first.isdigit():
                if auto:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto = False
            obj, key = self.get_field(field, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(obj, spec))
        return "".join(out), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in "sra" and conversion:
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """Iterate over (text before, field name, spec, conversion)."""
        text, at = [], 0
        while at < len(format_string):
            char = format_string[at]
            at += 1
            if char in "{}" and format_string.startswith(char, at):
                yield "".join(text) + char, None, None, None
                text, at = [], at + 1
            elif char == "}":
                raise ValueError("Single '}' encountered in format string")
            elif char == "{":
                end, depth = at, 1
                while end < len(format_string):
                    depth += {"{": 1, "}": -1}.get(format_string[end], 0)
                    if not depth:
                        break
                    end += 1
                else:
                    if at == end:
                        raise ValueError("Single '{' encountered in format string")
                    raise ValueError("expected '}' before end of string")
                yield "".join(text), *_split_field(format_string[at:end])
                text, at = [], end + 1
            else:
                text.append(char)
        if text:
            yield "".join(text), None, None, None

    def get_field(self, field_name, args, kwargs):
        """Return the object a field names, and the key it begins with."""
        key, steps = _path(field_name)
        obj = self.get_value(key, args, kwargs)
        for is_attribute, step in steps:
            obj = getattr(obj, step) if is_attribute else obj[step]
        return obj, key


def _split_field(inside):
    field, conversion, spec = inside, None, ""
    bracket = 0
    for at, char in enumerate(inside):
        bracket += {"[": 1, "]": -1}.get(char, 0)
        if char in "!:" and bracket <= 0:
            field, rest = inside[:at], inside[at:]
            if rest[0] == "!":
                conversion, rest = rest[1:2], rest[2:]
            spec = rest[1:]
            break
    return field, spec, conversion


def _path(name):
    end = min([at for at in (name.find("."), name.find("[")) if at >= 0], default=len(name))
    key, rest, steps = name[:end], name[end:], []
    while rest:
        if rest[0] == ".":
            end = min([at for at in (rest.find(".", 1), rest.find("[")) if at >= 0], default=len(rest))
            steps.append((True, rest[1:end]))
            rest = rest[end:]
        else:
            end = rest.find("]")
            item = rest[1:end]
            steps.append((False, int(item) if item.isdigit() else item))
            rest = rest[end + 1 :]
    return int(key) if key.isdigit() else key, steps
