//! Sorting by a number, once for all types: the sorts of the standard library ship once for each type that is sorted.

/// Sorts by a number, that asked for once an item; where two have the same they keep their order.
pub(crate) fn sort_by_key<T>(items: &mut [T], key: impl FnMut(&T) -> u64) {
    let mut order = order(items.iter().map(key).zip(0..).collect());
    for at in 0..order.len() {
        // What belongs here may have been swapped away for what was sorted before.
        let mut from = order[at] as usize;
        while from < at {
            from = order[from] as usize;
        }
        order[at] = from as u32;
        items.swap(at, from);
    }
}

/// The places in the order of their numbers; none where they are in order already.
#[inline(never)]
fn order(mut keys: Vec<(u64, u32)>) -> Vec<u32> {
    if keys.is_sorted() {
        return Vec::new();
    }
    keys.sort_unstable();
    keys.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_equal_keeps_its_order() {
        let mut sorted: Vec<(u64, u64)> = (0..1000).map(|n| (n * 7919 % 100, n)).collect();
        let mut items = sorted.clone();
        sort_by_key(&mut items, |item| item.0);
        sorted.sort();
        assert_eq!(items, sorted);
        sort_by_key(&mut items, |item| 1000 - item.1);
        assert!(items.iter().map(|item| item.1).eq((0..1000).rev()));
    }
}
