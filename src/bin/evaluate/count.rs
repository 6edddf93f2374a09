//! Precision, recall and F1 over exact matches, as the reference scorers count them.

use std::collections::BTreeSet;
use std::ops::AddAssign;

/// True positives, predicted, gold.
#[derive(Clone, Copy, Default)]
pub struct Count {
    pub right: usize,
    pub said: usize,
    pub gold: usize,
}

impl Count {
    pub fn of<T: Ord>(said: &BTreeSet<T>, gold: &BTreeSet<T>) -> Count {
        Count { right: said.intersection(gold).count(), said: said.len(), gold: gold.len() }
    }

    pub fn precision(self) -> f64 {
        100.0 * self.right as f64 / self.said.max(1) as f64
    }

    pub fn recall(self) -> f64 {
        100.0 * self.right as f64 / self.gold.max(1) as f64
    }

    pub fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.said + self.gold).max(1) as f64
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.right += other.right;
        self.said += other.said;
        self.gold += other.gold;
    }
}
