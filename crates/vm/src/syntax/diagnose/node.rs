//! What the messages need to know of an expression: what it is, where, and its parts.

use ruff_text_size::{Ranged, TextRange, TextSize};

/// An expression as CPython's messages tell expressions apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Attribute,
    Subscript,
    Starred,
    Name,
    List,
    Tuple,
    Lambda,
    Call,
    /// Binary and unary operations down to `|`.
    Operation,
    /// `not`, `and`, `or`, which bind weaker than a comparison.
    Boolean,
    Generator,
    Yield,
    Await,
    ListComprehension,
    SetComprehension,
    DictComprehension,
    Dict,
    Set,
    FString,
    Literal,
    True,
    False,
    None,
    Ellipsis,
    Comparison,
    Conditional,
    Named,
}

#[derive(Clone, Debug)]
pub(super) struct Node {
    pub shape: Shape,
    pub start: u32,
    pub end: u32,
    /// In brackets of its own: what is inside binds as an atom.
    pub grouped: bool,
    /// Elements of a tuple or list, the value of a star, the left side of a comparison with `in`.
    pub parts: Vec<Node>,
}

impl Ranged for Node {
    fn range(&self) -> TextRange {
        TextRange::new(TextSize::new(self.start), TextSize::new(self.end))
    }
}

/// What a target is for; stars and comparisons are judged differently.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Assign,
    Delete,
    For,
}

impl Node {
    /// CPython's `_PyPegen_get_expr_name`.
    pub fn described(&self) -> &'static str {
        match self.shape {
            Shape::Attribute => "attribute",
            Shape::Subscript => "subscript",
            Shape::Starred => "starred",
            Shape::Name => "name",
            Shape::List => "list",
            Shape::Tuple => "tuple",
            Shape::Lambda => "lambda",
            Shape::Call => "function call",
            Shape::Operation | Shape::Boolean => "expression",
            Shape::Generator => "generator expression",
            Shape::Yield => "yield expression",
            Shape::Await => "await expression",
            Shape::ListComprehension => "list comprehension",
            Shape::SetComprehension => "set comprehension",
            Shape::DictComprehension => "dict comprehension",
            Shape::Dict => "dict literal",
            Shape::Set => "set display",
            Shape::FString => "f-string expression",
            Shape::Literal => "literal",
            Shape::True => "True",
            Shape::False => "False",
            Shape::None => "None",
            Shape::Ellipsis => "ellipsis",
            Shape::Comparison => "comparison",
            Shape::Conditional => "conditional expression",
            Shape::Named => "named expression",
        }
    }

    /// Whether the grammar reaches this without a comparison, `not`, `and`, `or`, `if` or `lambda`.
    pub fn is_bitwise(&self) -> bool {
        use Shape::*;
        self.grouped
            || !matches!(self.shape, Boolean | Comparison | Conditional | Lambda | Named | Starred | Yield)
    }

    /// The first part that nothing can be assigned to (or deleted): CPython's `_PyPegen_get_invalid_target`.
    pub fn invalid_target(&self, purpose: Use) -> Option<&Node> {
        match self.shape {
            Shape::Name | Shape::Attribute | Shape::Subscript => None,
            Shape::List | Shape::Tuple => self.parts.iter().find_map(|part| part.invalid_target(purpose)),
            Shape::Starred if purpose != Use::Delete => {
                self.parts.first().and_then(|part| part.invalid_target(purpose))
            }
            Shape::Comparison if purpose == Use::For => match self.parts.first() {
                Some(left) => left.invalid_target(purpose),
                None => Some(self),
            },
            _ => Some(self),
        }
    }
}
