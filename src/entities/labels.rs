//! The labels of the sequence model: outside, or the begin or inside of a mention of one of the six kinds.

use crate::EntityKind;

/// Number of labels.
pub const LABELS: usize = 13;
/// Weights of one feature, padded to a power of two.
pub const LANES: usize = 16;
/// One value for each label.
pub type Row = [f32; LANES];

/// The label of a token that belongs to no mention.
pub const OUTSIDE: u8 = 0;

/// The kinds in the order of their labels.
pub const KINDS: [EntityKind; 6] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Place,
    EntityKind::Group,
    EntityKind::Event,
    EntityKind::Other,
];

/// The label of a mention's first token.
pub const fn begin(kind: EntityKind) -> u8 {
    1 + 2 * kind as u8
}

/// The label of a mention's later tokens.
pub const fn inside(kind: EntityKind) -> u8 {
    2 + 2 * kind as u8
}

/// The kind a label speaks of; none for [`OUTSIDE`].
pub const fn kind_of(label: u8) -> Option<EntityKind> {
    match label {
        0 => None,
        l => Some(KINDS[(l as usize - 1) / 2]),
    }
}

/// True for the label of a mention's first token.
pub const fn is_begin(label: u8) -> bool {
    label % 2 == 1
}

/// True for the label of a mention's later tokens.
pub const fn is_inside(label: u8) -> bool {
    label != OUTSIDE && !is_begin(label)
}

/// Transition scores as the best path wants them: minus infinity where a label may not follow.
pub fn transitions(scores: impl Fn(usize, usize) -> f32) -> [Row; LANES] {
    let mut rows = [[f32::NEG_INFINITY; LANES]; LANES];
    for (a, row) in rows.iter_mut().enumerate().take(LABELS) {
        for (b, score) in row.iter_mut().enumerate().take(LABELS) {
            if may_follow(a as u8, b as u8) {
                *score = scores(a, b);
            }
        }
    }
    rows
}

/// True when `next` may stand behind `label`: an inside label follows only its own kind.
pub const fn may_follow(label: u8, next: u8) -> bool {
    next == OUTSIDE || is_begin(next) || label == next || label + 1 == next
}
