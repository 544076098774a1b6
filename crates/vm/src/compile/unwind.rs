//! Blocks that a `return`, `break` or `continue` leaves, and the code that leaves them.
//!
//! As in CPython, a `finally` body is written out again wherever control can leave its `try`. While that copy is written the
//! block and those inside it are off the stack of blocks, and exceptions go to the handler outside it.

use ruff_python_ast::Stmt;
use ruff_python_ast::name::Name;
use ruff_text_size::TextRange;

use super::assemble::{Label, Region};
use super::{CompileError, Compiler, Done};
use crate::code::Op;

/// Blocks that may be open at once; CPython's `CO_MAXBLOCKS`.
pub(super) const MAX_BLOCKS: usize = 20;

/// One open block.
pub(super) struct Block<'a> {
    pub kind: BlockKind<'a>,
    /// The exception region around the block.
    pub outer: Option<Region>,
}

pub(super) enum BlockKind<'a> {
    /// `while`: nothing on the stack.
    While { next: Label, end: Label },
    /// `for`: the iterator is on the stack. `end` is behind the `else`.
    For { next: Label, end: Label },
    /// A `try` body with handlers but without `finally`.
    Try,
    /// A `try` body or its handlers, with a `finally` to run.
    Finally(&'a [Stmt]),
    /// A `finally` body run because of an exception: `prev exc` are on the stack.
    FinallyEnd,
    /// `with`: the exit method is on the stack.
    With { is_async: bool, at: TextRange },
    /// A handler's body: `prev` is on the stack; the name it binds.
    Handler(Option<&'a Name>),
    /// A handler of `except*`: the state of the whole statement is on the stack.
    HandlerStar,
    /// A value that is being returned is on the stack.
    Value,
}

impl<'a> Compiler<'a> {
    /// Opens a block; `outer` is the exception region around it.
    pub(super) fn push_block(&mut self, kind: BlockKind<'a>, outer: Option<Region>, at: TextRange) -> Done {
        let blocks = &mut self.unit().blocks;
        if blocks.len() >= MAX_BLOCKS {
            return Err(CompileError::new("too many statically nested blocks", at));
        }
        blocks.push(Block { kind, outer });
        Ok(())
    }

    pub(super) fn pop_block(&mut self) {
        self.unit().blocks.pop();
    }

    /// Leaves all blocks, for `return`; `keep`: the value on top survives.
    pub(super) fn unwind_all(&mut self, keep: bool, at: TextRange) -> Done {
        if matches!(self.unit().blocks.last(), Some(Block { kind: BlockKind::With { .. }, .. })) {
            self.unit().code.begin_statement();
        }
        self.unwind_to(0, keep, at)
    }

    /// `break` and `continue`.
    pub(super) fn leave_loop(&mut self, is_break: bool, at: TextRange) -> Done {
        let blocks = &self.unit().blocks;
        let is_loop = |block: &Block| matches!(block.kind, BlockKind::While { .. } | BlockKind::For { .. });
        let Some(found) = blocks.iter().rposition(is_loop) else {
            let message = if is_break { "'break' outside loop" } else { "'continue' not properly in loop" };
            return Err(CompileError::new(message, at));
        };
        let (next, end, iterates) = match blocks.get(found).map(|block| &block.kind) {
            Some(BlockKind::While { next, end }) => (*next, *end, false),
            Some(BlockKind::For { next, end }) => (*next, *end, true),
            _ => return Ok(()),
        };
        let runs = |block: &Block| matches!(block.kind, BlockKind::Finally(_) | BlockKind::With { .. });
        let cleans_up = blocks.iter().skip(found).any(runs);
        let region = self.current_region();
        if cleans_up {
            // A place for the statement itself: what comes next has lines of its own.
            self.emit(Op::Nop, 0, at);
            self.unit().code.begin_statement();
        }
        self.unwind_to(found + 1, false, at)?;
        if is_break && iterates {
            self.emit(Op::Pop, 0, at);
        }
        self.jump(Op::Jump, if is_break { end } else { next }, at);
        self.unit().code.leave(region);
        Ok(())
    }

    pub(super) fn current_region(&mut self) -> Option<Region> {
        let code = &mut self.unit().code;
        let region = code.leave(None);
        code.leave(region);
        region
    }

    /// Writes the code that leaves the blocks from the innermost down to number `floor`. The exception region is left at that of
    /// the outermost block left; the caller puts it back after its jump.
    fn unwind_to(&mut self, floor: usize, keep: bool, at: TextRange) -> Done {
        let mut left = Vec::new();
        while self.unit().blocks.len() > floor {
            let Some(block) = self.unit().blocks.pop() else { break };
            self.unit().code.leave(block.outer);
            self.unwind(&block.kind, keep, at)?;
            left.push(block);
        }
        self.unit().blocks.extend(left.into_iter().rev());
        Ok(())
    }

    /// Leaves one block, which is off the stack already.
    fn unwind(&mut self, kind: &BlockKind<'a>, keep: bool, at: TextRange) -> Done {
        match kind {
            BlockKind::While { .. } | BlockKind::Try => {}
            BlockKind::For { .. } => self.drop_below(keep, at),
            BlockKind::Finally(body) => {
                if keep {
                    let region = self.current_region();
                    self.unit().blocks.push(Block { kind: BlockKind::Value, outer: region });
                }
                self.body(body)?;
                if keep {
                    self.pop_block();
                }
            }
            BlockKind::FinallyEnd => {
                self.drop_below(keep, at);
                self.pop_except_below(keep, at);
            }
            BlockKind::With { is_async, at } => {
                if keep {
                    self.emit(Op::Swap, 2, *at);
                }
                self.call_exit(*is_async, *at);
            }
            BlockKind::Handler(name) => {
                self.pop_except_below(keep, at);
                if let Some(name) = name {
                    self.forget(name, at);
                }
            }
            BlockKind::HandlerStar => {
                return Err(CompileError::new(
                    "'break', 'continue' and 'return' cannot appear in an except* block",
                    at,
                ));
            }
            BlockKind::Value => self.drop_below(keep, at),
        }
        Ok(())
    }

    /// Pops what is on top, or below the value to keep.
    fn drop_below(&mut self, keep: bool, at: TextRange) {
        if keep {
            self.emit(Op::Swap, 2, at);
        }
        self.emit(Op::Pop, 0, at);
    }

    fn pop_except_below(&mut self, keep: bool, at: TextRange) {
        if keep {
            self.emit(Op::Swap, 2, at);
        }
        self.emit(Op::PopExcept, 0, at);
    }

    /// `exit --`: calls a manager's exit method with three times None and drops what it says.
    pub(super) fn call_exit(&mut self, is_async: bool, at: TextRange) {
        self.emit(Op::LoadUnbound, 0, at);
        for _ in 0..3 {
            self.emit(Op::LoadNone, 0, at);
        }
        self.emit(Op::Call, 3, at);
        if is_async {
            self.await_top(2, at);
        }
        self.emit(Op::Pop, 0, at);
    }

    /// Unbinds a handler's name, which the body may have unbound itself.
    pub(super) fn forget(&mut self, name: &Name, at: TextRange) {
        self.emit(Op::LoadNone, 0, at);
        self.store_name(name, at);
        self.delete_name(name, at);
    }
}
