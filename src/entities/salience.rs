//! How much of the article is about each entity.

use super::alias::Group;
use super::reading::Name;
use crate::EntityKind;
use crate::document::{BlockKind, Document};

/// Each group's share of the article's attention, 0 to 1; the shares of all groups add up to 1.
///
/// A mention counts the more the earlier it stands, and most in the headline; groups (`Russian`) mostly describe
/// something else and count half.
pub(super) fn shares(doc: &Document, names: &[Name], groups: &[Group]) -> Vec<f32> {
    let length = doc.tokens.len().max(1) as f32;
    let mut sentence = 0;
    let weights: Vec<f32> = names
        .iter()
        .map(|name| {
            while doc.sentences.get(sentence).is_some_and(|s| s.tokens.end <= name.tokens.start) {
                sentence += 1;
            }
            let kind = doc.sentences.get(sentence).and_then(|s| doc.blocks.get(s.block as usize)).map(|b| b.kind);
            let place = match kind {
                Some(BlockKind::Title) => 3.0,
                Some(BlockKind::Standfirst) => 2.0,
                Some(BlockKind::Byline | BlockKind::DateLine | BlockKind::Furniture | BlockKind::Caption) => 0.2,
                _ => 1.0,
            };
            let early = 1.5 - name.tokens.start as f32 / length;
            let direct = if name.kind == EntityKind::Group { 0.5 } else { 1.0 };
            place * early * direct
        })
        .collect();
    let sums: Vec<f32> = groups.iter().map(|group| group.names.iter().map(|n| weights[*n]).sum()).collect();
    let total = sums.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    sums.iter().map(|sum| sum / total).collect()
}
