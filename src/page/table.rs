//! Values by id, for ids that come in ascending order: all those of the protocol do.
//!
//! A pair of lists, looked up by binary search. The standard library's maps would do the same at several KB of the page's
//! download for each type in them; here the search is compiled once for all. An id that comes late finds its place all the
//! same, and taking one out costs what moving the later ones does: meant for small tables.

#[derive(Debug)]
pub struct Table<T> {
    /// Ascending.
    ids: Vec<u32>,
    /// One for each id.
    values: Vec<T>,
}

impl<T> Table<T> {
    pub const fn new() -> Table<T> {
        Table { ids: Vec::new(), values: Vec::new() }
    }

    pub fn get(&self, id: u32) -> Option<&T> {
        self.values.get(place(&self.ids, id).ok()?)
    }

    pub fn get_mut(&mut self, id: u32) -> Option<&mut T> {
        self.values.get_mut(place(&self.ids, id).ok()?)
    }

    /// Puts a value in, in the place of the one with this id if there is one.
    pub fn insert(&mut self, id: u32, value: T) {
        match place(&self.ids, id) {
            Ok(at) => {
                if let Some(old) = self.values.get_mut(at) {
                    *old = value;
                }
            }
            Err(at) => {
                self.ids.insert(at, id);
                self.values.insert(at, value);
            }
        }
    }

    /// Takes out what is not wanted.
    pub fn retain(&mut self, wanted: impl Fn(u32, &T) -> bool) {
        let mut at = 0;
        while let (Some(id), Some(value)) = (self.ids.get(at), self.values.get(at)) {
            if wanted(*id, value) {
                at += 1;
            } else {
                self.ids.remove(at);
                self.values.remove(at);
            }
        }
    }

    pub fn clear(&mut self) {
        self.ids.clear();
        self.values.clear();
    }

    /// In the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &T)> {
        self.ids.iter().copied().zip(&self.values)
    }

    pub fn values(&self) -> std::slice::Iter<'_, T> {
        self.values.iter()
    }

    pub fn values_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.values.iter_mut()
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Table::new()
    }
}

/// Where an id is, or where it belongs.
fn place(ids: &[u32], id: u32) -> Result<usize, usize> {
    // Nearly every new one is the latest.
    match ids.last() {
        Some(last) if *last >= id => ids.binary_search(&id),
        _ => Err(ids.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_their_ids_in_whatever_order_they_came() {
        let mut table = Table::new();
        for id in [3, 5, 1, 4, 3] {
            table.insert(id, id * 10 + table.values().len() as u32);
        }
        assert_eq!(table.iter().collect::<Vec<_>>(), [(1, &12), (3, &34), (4, &43), (5, &51)]);
        assert_eq!((table.get(4), table.get(2), table.get(6)), (Some(&43), None, None));
        if let Some(value) = table.get_mut(1) {
            *value = 0;
        }
        table.retain(|id, value| id > 3 || *value == 0);
        assert_eq!(table.iter().collect::<Vec<_>>(), [(1, &0), (4, &43), (5, &51)]);
    }
}
