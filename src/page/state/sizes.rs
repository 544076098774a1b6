//! How large the panels are: where the lines between them stand, as far as the learner has moved them.
//!
//! In hundredths of what a line divides. A line that was never moved, or was put back, is where the style sheet has it.

/// A line between panels that can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// The program from what it does.
    Editor,
    /// The timeline from the output below it.
    Timeline,
    /// The Inspector's tables from what is above them.
    Tables,
}

impl Split {
    /// What moves with it, in words, and where it stands by itself.
    pub fn about(self) -> (&'static str, u32) {
        match self {
            Split::Editor => ("Width of the editor", 42),
            Split::Timeline => ("Height of the timeline", 44),
            Split::Tables => ("Top of the Inspector's tables", 58),
        }
    }
}

/// Where a line can stand.
pub const LEAST: u32 = 20;
pub const MOST: u32 = 80;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sizes([Option<u32>; 3]);

impl Sizes {
    pub fn of(&self, split: Split) -> Option<u32> {
        self.0.get(split as usize).copied().flatten()
    }

    /// Moves a line, or puts it back.
    pub fn set(&mut self, split: Split, to: Option<u32>) {
        if let Some(size) = self.0.get_mut(split as usize) {
            *size = to.map(|to| to.clamp(LEAST, MOST));
        }
    }

    /// As the browser keeps them.
    pub fn write(&self) -> String {
        let [editor, timeline, tables] =
            self.0.map(|size| size.map_or(String::new(), |size| size.to_string()));
        format!("{editor} {timeline} {tables}")
    }

    /// What [`Sizes::write`] wrote.
    pub fn read(text: &str) -> Sizes {
        let mut sizes = Sizes::default();
        for (split, size) in [Split::Editor, Split::Timeline, Split::Tables].into_iter().zip(text.split(' '))
        {
            sizes.set(split, size.parse().ok());
        }
        sizes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_moved_is_kept_within_its_bounds_and_what_was_put_back_is_not() {
        let mut sizes = Sizes::default();
        sizes.set(Split::Editor, Some(33));
        sizes.set(Split::Timeline, Some(50));
        sizes.set(Split::Timeline, None);
        sizes.set(Split::Tables, Some(7));
        let kept = Sizes::read(&sizes.write());
        assert_eq!(kept, sizes);
        let all = [Split::Editor, Split::Timeline, Split::Tables].map(|split| kept.of(split));
        assert_eq!(all, [Some(33), None, Some(LEAST)]);
        assert_eq!(Sizes::read("nonsense 1"), Sizes::read(" 20"));
    }
}
