"""Features of the language by name; the statement `from __future__ import …` is the compiler's."""


class _Feature:
    def __init__(self, optionalRelease, mandatoryRelease, compiler_flag):
        self.optional = optionalRelease
        self.mandatory = mandatoryRelease
        self.compiler_flag = compiler_flag

    def getOptionalRelease(self):
        """Return since when it could be wished for."""
        return self.optional

    def getMandatoryRelease(self):
        """Return since when it is always there, or None."""
        return self.mandatory

    def __repr__(self):
        return f"_Feature({self.optional!r}, {self.mandatory!r}, {self.compiler_flag!r})"


def _release(major, minor, level="alpha", serial=0):
    return major, minor, 0, level, serial


nested_scopes = _Feature(_release(2, 1, "beta", 1), _release(2, 2), 0x10)
generators = _Feature((2, 2, 0, "alpha", 1), (2, 3, 0, "final", 0), 0)
division = _Feature((2, 2, 0, "alpha", 2), _release(3, 0), 0x20000)
absolute_import = _Feature((2, 5, 0, "alpha", 1), _release(3, 0), 0x40000)
with_statement = _Feature((2, 5, 0, "alpha", 1), _release(2, 6), 0x80000)
print_function = _Feature((2, 6, 0, "alpha", 2), _release(3, 0), 0x100000)
unicode_literals = _Feature((2, 6, 0, "alpha", 2), _release(3, 0), 0x200000)
barry_as_FLUFL = _Feature((3, 1, 0, "alpha", 2), _release(4, 0), 0x400000)
generator_stop = _Feature((3, 5, 0, "beta", 1), (3, 7, 0, "alpha", 0), 0x800000)
annotations = _Feature((3, 7, 0, "beta", 1), None, 0x1000000)
all_feature_names = [name for name, value in list(globals().items()) if isinstance(value, _Feature)]
