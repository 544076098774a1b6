//! Names the machine itself needs, and a few that its owner looks up all the time, interned at fixed ids so that they are constants.

use crate::value::{Id, Value};

macro_rules! names {
    ($($konst:ident $text:literal,)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Order { $($konst,)* }
        $(pub const $konst: Id = Id::new(Order::$konst as u32 + 1);)*
        /// The texts, in the order of their ids, which begin at 1.
        pub(crate) const TEXTS: &[&str] = &[$($text,)*];
    };
}

names! {
    EMPTY "",
    INIT "__init__", NEW "__new__", CALL "__call__", DEL "__del__",
    NAME "__name__", QUALNAME "__qualname__", MODULE "__module__", DOC "__doc__", DICT "__dict__", CLASS "__class__",
    BASES "__bases__", MRO "__mro__", FILE "__file__", PATH "__path__", PACKAGE "__package__", ALL "__all__",
    BUILTINS "__builtins__", MAIN "__main__", ANNOTATIONS "__annotations__", SLOTS "__slots__", CLASSCELL "__classcell__",
    GETATTRIBUTE "__getattribute__", GETATTR "__getattr__", SETATTR "__setattr__", DELATTR "__delattr__",
    GET "__get__", SET "__set__", DELETE "__delete__", SET_NAME "__set_name__", INIT_SUBCLASS "__init_subclass__",
    CLASS_GETITEM "__class_getitem__", PREPARE "__prepare__", MRO_ENTRIES "__mro_entries__", METACLASS "metaclass",
    INSTANCECHECK "__instancecheck__", SUBCLASSCHECK "__subclasscheck__", SUBCLASSES "__subclasses__",
    REPR "__repr__", STR "__str__", FORMAT "__format__", BYTES "__bytes__", HASH "__hash__", BOOL "__bool__", LEN "__len__",
    LENGTH_HINT "__length_hint__", ITER "__iter__", NEXT "__next__", REVERSED "__reversed__", CONTAINS "__contains__",
    GETITEM "__getitem__", SETITEM "__setitem__", DELITEM "__delitem__", MISSING "__missing__", INDEX "__index__",
    INT "__int__", FLOAT "__float__", COMPLEX "__complex__", ROUND "__round__", TRUNC "__trunc__", FLOOR "__floor__", CEIL "__ceil__",
    NEG "__neg__", POS "__pos__", INVERT "__invert__", ABS "__abs__", DIVMOD "__divmod__", RDIVMOD "__rdivmod__",
    EQ "__eq__", NE "__ne__", LT "__lt__", LE "__le__", GT "__gt__", GE "__ge__",
    ADD "__add__", SUB "__sub__", MUL "__mul__", TRUEDIV "__truediv__", FLOORDIV "__floordiv__", MOD "__mod__", POW "__pow__",
    LSHIFT "__lshift__", RSHIFT "__rshift__", AND "__and__", OR "__or__", XOR "__xor__", MATMUL "__matmul__",
    RADD "__radd__", RSUB "__rsub__", RMUL "__rmul__", RTRUEDIV "__rtruediv__", RFLOORDIV "__rfloordiv__", RMOD "__rmod__", RPOW "__rpow__",
    RLSHIFT "__rlshift__", RRSHIFT "__rrshift__", RAND "__rand__", ROR "__ror__", RXOR "__rxor__", RMATMUL "__rmatmul__",
    IADD "__iadd__", ISUB "__isub__", IMUL "__imul__", ITRUEDIV "__itruediv__", IFLOORDIV "__ifloordiv__", IMOD "__imod__", IPOW "__ipow__",
    ILSHIFT "__ilshift__", IRSHIFT "__irshift__", IAND "__iand__", IOR "__ior__", IXOR "__ixor__", IMATMUL "__imatmul__",
    ENTER "__enter__", EXIT "__exit__", AENTER "__aenter__", AEXIT "__aexit__", AITER "__aiter__", ANEXT "__anext__", AWAIT "__await__",
    SEND "send", THROW "throw", CLOSE "close", ASEND "asend", ATHROW "athrow", ACLOSE "aclose",
    CAUSE "__cause__", CONTEXT "__context__", TRACEBACK "__traceback__", SUPPRESS_CONTEXT "__suppress_context__", NOTES "__notes__",
    MATCH_ARGS "__match_args__", DIR "__dir__", SPEC "__spec__", LOADER "__loader__", WRAPPED "__wrapped__",
    DEFAULTS "__defaults__", KWDEFAULTS "__kwdefaults__", CODE "__code__", CLOSURE "__closure__", GLOBALS "__globals__",
    FUNC "__func__", SELF "__self__", TYPE_PARAMS "__type_params__", ABSTRACTMETHODS "__abstractmethods__", WEAKREF "__weakref__",
    REDUCE "__reduce__", REDUCE_EX "__reduce_ex__", COPY "__copy__", DEEPCOPY "__deepcopy__", SIZEOF "__sizeof__",
    STDOUT "stdout", STDERR "stderr", WRITE "write", FLUSH "flush", KEYS "keys", ITEMS "items", VALUES "values", VALUE "value", ARGS "args",
    KEY "key", REVERSE "reverse", SEP "sep", END "end", FILE_ARG "file", DEFAULT "default", STRICT "strict", ENCODING "encoding",
    SYS "sys", BUILTINS_MODULE "builtins", SUPER "super", FIRSTLINENO "__firstlineno__", STATIC_ATTRIBUTES "__static_attributes__",
    ORIG_BASES "__orig_bases__", DEBUG "__debug__", IMPORT "__import__", FSPATH "__fspath__", SEND_ARG "arg", TYPE_REPR ".repr",
    CREATE_TASK "create_task", CALL_SOON_THREADSAFE "call_soon_threadsafe", TASK_FACTORY "_task_factory",
    DONE_CALLBACKS "_done_callbacks", STATE "_state", RESULT "_result", LOCK "_lock", BLOCKED "_blocked",
}

/// A name as a Python string.
pub const fn value(name: Id) -> Value {
    Value::Obj(name)
}
