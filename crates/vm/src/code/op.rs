//! The instruction set: one byte of operation, three bytes of argument.
//!
//! The set follows CPython 3.13's closely where that helps a reader, and drops what only its caches and reference counts need.
//! Stack effects are written `before -- after`, the top on the right; `arg` is the 24-bit argument.
//! Every instruction may raise; none calls back into the machine, it pushes a frame.

/// An instruction: an operation and an argument of three bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(C, align(4))]
pub struct Instr {
    op: Op,
    arg: [u8; 3],
}

impl Instr {
    /// The largest argument: bodies with more instructions, constants or names than this are refused by the compiler.
    pub const MAX_ARG: u32 = (1 << 24) - 1;

    /// `arg` above [`Self::MAX_ARG`] is cut; the compiler checks before.
    pub const fn new(op: Op, arg: u32) -> Self {
        let [a, b, c, _] = arg.to_le_bytes();
        Self { op, arg: [a, b, c] }
    }

    #[inline]
    pub const fn op(self) -> Op {
        self.op
    }

    #[inline]
    pub const fn arg(self) -> u32 {
        let [a, b, c] = self.arg;
        u32::from_le_bytes([a, b, c, 0])
    }
}

impl std::fmt::Debug for Instr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {}", self.op(), self.arg())
    }
}

macro_rules! ops {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// An operation. Each says its stack effect.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Op { $($(#[$doc])* $name,)* }
    };
}

ops! {
    /// `--`
    Nop,
    /// `--`: leave the loop if a stop here is wanted, then go on at `arg`. Not the compiler's: see `vm::stops`.
    Stop,

    // ---- stack ----
    /// `v --`
    Pop,
    /// `x(arg) .. top -- x .. top x`: push a copy of the arg-th from the top (1 is the top).
    Copy,
    /// `x(arg) .. top -- top .. x`: swap the top with the arg-th from the top (2 is the one below).
    Swap,
    /// `-- const`
    LoadConst,
    /// `--  v`: push the small integer `arg`.
    LoadSmallInt,
    /// `-- None`
    LoadNone,
    /// `-- <unbound>`: an absent value, for optional operands such as a missing keyword.
    LoadUnbound,

    // ---- names ----
    /// `-- v`: local slot `arg`; UnboundLocalError when unbound.
    LoadFast,
    /// `-- v`: local slot `arg`, known to be bound (parameters never deleted).
    LoadFastSure,
    /// `-- v w`: two sure local slots, 12 bits each: low first.
    LoadFastPair,
    /// `-- v`: push local slot `arg` (possibly unbound) and unbind it: saves a name shadowed by an inlined comprehension.
    LoadFastAndClear,
    /// `v --`: v may be the unbound marker (restores what `LoadFastAndClear` saved).
    StoreFast,
    /// `--`: UnboundLocalError when unbound.
    DeleteFast,
    /// `--`: put a new cell into local slot `arg`, holding what the slot held (a parameter) or nothing.
    MakeCell,
    /// `-- v`: content of the cell in local slot `arg`; UnboundLocalError for own cells, NameError for free variables.
    LoadDeref,
    /// `v --`
    StoreDeref,
    /// `--`
    DeleteDeref,
    /// `-- v`: in a class body: the namespace's entry of that slot's name, else the cell's content.
    LoadClassDeref,
    /// `-- cell`: the cell itself, for building closures.
    LoadClosure,
    /// `-- v`: namespace, then globals, then builtins (module and class bodies); NameError.
    LoadName,
    /// `v --`
    StoreName,
    /// `--`
    DeleteName,
    /// `-- v`: globals, then builtins; NameError.
    LoadGlobal,
    /// `v --`
    StoreGlobal,
    /// `--`
    DeleteGlobal,
    /// `-- dict`: the namespace of a class or module body, or a snapshot of a function's (for annotations scopes).
    LoadLocals,

    // ---- attributes and items ----
    /// `obj -- value`; name `arg`.
    LoadAttr,
    /// `-- value`: [`Op::LoadFastSure`] of slot `arg & 0xfff`, then [`Op::LoadAttr`] of name `arg >> 12`.
    LoadFastAttr,
    /// `-- method self|<unbound>`: likewise, then [`Op::LoadMethod`].
    LoadFastMethod,
    /// `value --`: likewise, then [`Op::StoreAttr`].
    StoreFastAttr,
    /// `obj -- method self|<unbound>`: for `Call` right after; a plain function found on the type stays unbound to save an object.
    LoadMethod,
    /// `value obj --`
    StoreAttr,
    /// `obj --`
    DeleteAttr,
    /// `super class self -- method self|<unbound>`: zero-argument `super().name` in call position; name `arg`.
    LoadSuperMethod,
    /// `super class self -- value`: zero-argument `super().name`; name `arg`.
    LoadSuperAttr,
    /// `obj key -- value`
    GetItem,
    /// `value obj key --`
    SetItem,
    /// `obj key --`
    DeleteItem,
    /// `start stop -- slice`, or with arg 3 `start stop step -- slice`.
    BuildSlice,

    // ---- operators ----
    /// `a b -- r`; arg is a [`Binary`], plus [`Binary::INPLACE`] for the augmented form.
    BinaryOp,
    /// `a -- r`: the same with the integer `arg >> 5` for `b`.
    BinaryInt,
    /// `a -- -a`
    Negative,
    /// `a -- +a`
    Positive,
    /// `a -- ~a`
    Invert,
    /// `a -- bool`: not a.
    Not,
    /// `a -- bool`
    ToBool,
    /// `a b -- r`; arg is a [`Compare`].
    Compare,
    /// `a b -- bool`; arg 1 negates.
    Is,
    /// `item container -- bool`; arg 1 negates.
    Contains,

    // ---- building ----
    /// `v*arg -- tuple`
    BuildTuple,
    /// `v*arg -- list`
    BuildList,
    /// `v*arg -- set`
    BuildSet,
    /// `(k v)*arg -- dict`
    BuildMap,
    /// `str*arg -- str`: all are strings (f-strings).
    BuildString,
    /// `list .. v -- list ..`: append to the list arg below the value (1: right below).
    ListAppend,
    /// `set .. v -- set ..`
    SetAdd,
    /// `dict .. k v -- dict ..`: the dict is arg below the key.
    MapAdd,
    /// `list .. iterable -- list ..`
    ListExtend,
    /// `set .. iterable -- set ..`
    SetUpdate,
    /// `dict .. mapping -- dict ..`: `{**m}`; later keys win.
    DictUpdate,
    /// `callee .. dict mapping -- callee .. dict`: `f(**m)`; a repeated key is a TypeError naming the callee, which is
    /// the value `arg` below the dict; arg 0 (class statements): named `__build_class__()`.
    DictMerge,
    /// `list -- tuple`
    ListToTuple,
    /// `seq -- v(arg) .. v1`: so that stores take them left to right; ValueError on a wrong count.
    UnpackSequence,
    /// `seq -- after.. list before..`: arg = before | after << 12.
    UnpackEx,
    /// `v -- str`: arg: 0 none, 1 `str`, 2 `repr`, 3 `ascii` (f-string conversions).
    Convert,
    /// `v -- str`: `format(v, "")`.
    FormatSimple,
    /// `v spec -- str`: `format(v, spec)`.
    FormatWithSpec,

    // ---- jumps (targets are instruction indexes) ----
    /// `--`
    Jump,
    /// `--`: a safe point; work is charged; a thread switch may happen.
    JumpBackward,
    /// `v --`; any value, truth is asked of it.
    PopJumpIfFalse,
    /// `v --`
    PopJumpIfTrue,
    /// `v --`
    PopJumpIfNone,
    /// `v --`
    PopJumpIfNotNone,

    // ---- iteration ----
    /// `iterable -- iterator`
    GetIter,
    /// `iterator -- iterator item`; when exhausted `iterator --` and jump to arg.
    ForIter,
    /// `iterable -- iterator`: of `yield from`: a coroutine only inside a coroutine.
    GetYieldFromIter,

    // ---- calls and functions ----
    /// `callee self|<unbound> v*arg -- result`.
    Call,
    /// `callee self|<unbound> v*arg names -- result`: names is a tuple constant; the last len(names) values are keywords.
    CallKeywords,
    /// `callee self|<unbound> args [kwargs] -- result`: args is a list or tuple or any iterable; arg 1: a dict of keywords follows.
    CallEx,
    /// `[defaults] [kwdefaults] [annotations] [closure] code -- function`; arg: 1 tuple of defaults, 2 dict of keyword defaults,
    /// 4 dict of annotations, 8 tuple of cells (pushed in that order).
    MakeFunction,
    /// `v --`, leaves the frame.
    Return,
    /// `body name base*arg -- class`: `body` is the class body's function; followed by nothing.
    BuildClass,
    /// `body name bases kwargs -- class`: bases a list or tuple, kwargs a dict.
    BuildClassEx,

    // ---- generators and coroutines ----
    /// `--`: first instruction of a generator's body once it has been started (after `MakeCell`s); nothing happens.
    Start,
    /// `v -- sent`: leaves the frame; resumed with the sent value. In an async generator: ends the pending `asend`.
    Yield,
    /// `obj -- awaitable`: arg: 0 await, 1 `async with` enter, 2 `async with` exit (messages differ).
    GetAwaitable,
    /// `receiver value -- result`: send the value on; while the receiver yields, the whole stack of awaiting frames is suspended,
    /// and this instruction runs again with what was sent; when it returns, its result replaces both.
    Send,
    /// `obj -- async-iterator`
    GetAIter,
    /// `aiter -- aiter awaitable`
    GetANext,
    /// `aiter exc --`: StopAsyncIteration ends the loop: jump to arg with both popped (and the handled exception restored);
    /// anything else is raised again.
    EndAsyncFor,

    // ---- with ----
    /// `manager -- exit-method result-of-enter`.
    BeforeWith,
    /// `manager -- exit-method awaitable-of-enter`: `__aenter__` is called, not yet awaited.
    BeforeAsyncWith,
    /// `exit prev exc -- exit prev exc result`: call `exit(type, exc, traceback)`; see `PushExc` for `prev`.
    WithExceptStart,

    // ---- exceptions ----
    /// `exc -- prev exc`: entry of a handler: exc becomes the handled exception, prev is what was handled before.
    PushExc,
    /// `prev --`: leave a handler.
    PopExcept,
    /// `exc --`: raise again, keeping the traceback as it is; arg 1: `prev exc --`, the handled exception is restored first.
    Reraise,
    /// `exc class -- exc bool`
    CheckExcMatch,
    /// `exc class -- rest|None match|None`: `except*`. A match becomes the handled exception; without one, exc stays as rest;
    /// exc is None when nothing is left to match.
    CheckGroupMatch,
    /// `original list -- exc|None`: what an `except*` statement still has to raise.
    PrepReraiseStar,
    /// arg 0 `--` (re-raise the handled one), 1 `exc --`, 2 `exc cause --`.
    Raise,
    /// `-- AssertionError`
    LoadAssertionError,
    /// `exc -- exc'`: StopIteration leaving a generator body becomes RuntimeError.
    StopIterationError,

    // ---- import ----
    /// `level fromlist -- module`; name `arg` (dotted).
    ImportName,
    /// `module -- module value`; name `arg`.
    ImportFrom,
    /// `module --`: `from m import *`.
    ImportStar,

    // ---- match ----
    /// `subject -- subject len`
    GetLen,
    /// `subject -- subject bool`
    MatchMapping,
    /// `subject -- subject bool`
    MatchSequence,
    /// `subject keys -- subject keys values|None`
    MatchKeys,
    /// `subject class kwnames -- values|None`: arg positional patterns.
    MatchClass,

    // ---- rare ----
    /// `--`: make sure the namespace has `__annotations__`.
    SetupAnnotations,
    /// `v -- r`: arg names a rare operation, see [`super::op::rare`].
    Rare,
    /// `--`: raise the "not supported" error with message constant `arg`.
    Unsupported,
    /// `v --`: print an expression statement's value as the interactive interpreter does.
    PrintExpr,
}

impl Op {
    /// Whether the argument is one local slot.
    pub const fn takes_slot(self) -> bool {
        matches!(
            self,
            Op::LoadFast
                | Op::LoadFastSure
                | Op::LoadFastAndClear
                | Op::StoreFast
                | Op::DeleteFast
                | Op::MakeCell
                | Op::LoadDeref
                | Op::StoreDeref
                | Op::DeleteDeref
                | Op::LoadClassDeref
                | Op::LoadClosure
        )
    }

    /// Whether the argument is an index into the names.
    pub const fn takes_name(self) -> bool {
        matches!(
            self,
            Op::LoadName
                | Op::StoreName
                | Op::DeleteName
                | Op::LoadGlobal
                | Op::StoreGlobal
                | Op::DeleteGlobal
                | Op::LoadAttr
                | Op::LoadMethod
                | Op::StoreAttr
                | Op::DeleteAttr
                | Op::LoadSuperMethod
                | Op::LoadSuperAttr
                | Op::ImportName
                | Op::ImportFrom
        )
    }

    /// Whether the argument is an instruction index.
    pub const fn takes_target(self) -> bool {
        matches!(
            self,
            Op::Jump
                | Op::JumpBackward
                | Op::PopJumpIfFalse
                | Op::PopJumpIfTrue
                | Op::PopJumpIfNone
                | Op::PopJumpIfNotNone
                | Op::ForIter
                | Op::EndAsyncFor
        )
    }
}

/// Arguments of [`Op::Rare`], for what learners seldom meet.
pub mod rare {
    /// `name -- TypeVar`
    pub const TYPE_VAR: u32 = 0;
    /// `name -- ParamSpec`
    pub const PARAM_SPEC: u32 = 1;
    /// `name -- TypeVarTuple`
    pub const TYPE_VAR_TUPLE: u32 = 2;
    /// `params -- Generic[*params]`
    pub const SUBSCRIPT_GENERIC: u32 = 3;
    /// `(name, params, value-function) -- TypeAliasType`
    pub const TYPE_ALIAS: u32 = 4;
    /// `(function, params) -- function` with `__type_params__` set.
    pub const SET_TYPE_PARAMS: u32 = 5;
    /// `(name, bound function) -- TypeVar`
    pub const TYPE_VAR_WITH_BOUND: u32 = 6;
    /// `(name, constraints function) -- TypeVar`
    pub const TYPE_VAR_WITH_CONSTRAINTS: u32 = 7;
    /// `(param, default function) -- param` with its default set.
    pub const SET_TYPE_PARAM_DEFAULT: u32 = 8;
}

/// Arithmetic and bit operators, the argument of [`Op::BinaryOp`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Binary {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
    MatMul,
}

impl Binary {
    /// Added to the argument for `a += b` and its kin.
    pub const INPLACE: u32 = 16;

    pub const ALL: [Binary; 13] = [
        Self::Add,
        Self::Sub,
        Self::Mul,
        Self::TrueDiv,
        Self::FloorDiv,
        Self::Mod,
        Self::Pow,
        Self::LShift,
        Self::RShift,
        Self::And,
        Self::Or,
        Self::Xor,
        Self::MatMul,
    ];

    /// Operator and whether it is the augmented form, from an instruction's argument.
    #[inline]
    pub fn decode(arg: u32) -> (Binary, bool) {
        (Self::ALL[(arg & 15).min(12) as usize], arg & Self::INPLACE != 0)
    }
}

/// Rich comparisons, the argument of [`Op::Compare`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Compare {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

impl Compare {
    pub const ALL: [Compare; 6] = [Self::Lt, Self::Le, Self::Eq, Self::Ne, Self::Gt, Self::Ge];

    #[inline]
    pub fn decode(arg: u32) -> Compare {
        Self::ALL[arg.min(5) as usize]
    }

    /// The comparison with its operands exchanged: `a < b` is `b > a`.
    pub fn swapped(self) -> Compare {
        match self {
            Self::Lt => Self::Gt,
            Self::Le => Self::Ge,
            Self::Gt => Self::Lt,
            Self::Ge => Self::Le,
            same => same,
        }
    }
}
