//! The article cut up for showing: chunks of blocks, and blocks in segments that know which marks cover them.
//! Absent here: the DOM. Places are bytes into the text of one analysis.

use crate::document::sort_by_key;
use crate::{Analysis, Span};

/// A stretch of one block. A block longer than a chunk is cut into several pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Number in [`Analysis::blocks`].
    pub block: u32,
    pub span: Span,
    /// Numbers in [`Layout::marks`] of those that lie in the piece, in order of the text.
    marks: Vec<u32>,
}

/// Pieces that are put on the page together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    pub span: Span,
    pub pieces: Vec<Piece>,
}

/// What covers some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// An entity and which of its places.
    Entity(u32, u32),
    /// A date.
    Date(u32),
    /// An event and which of its places.
    Event(u32, u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    span: Span,
    cover: Cover,
}

/// How an article is laid out.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Layout {
    marks: Vec<Mark>,
    pub chunks: Vec<Chunk>,
}

/// Words under the same marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    pub span: Span,
    /// Entity, number of the mention, and whether the mention begins and ends here.
    pub entity: Option<(u32, u32)>,
    pub date: Option<u32>,
    /// Events with the number of their place.
    pub events: Vec<(u32, u32)>,
    /// True where some mark begins.
    pub begins: bool,
}

/// Bytes of text per chunk: about four screens.
const CHUNK: u32 = 12_000;

/// Lays out an article. Linear in its length and the number of its marks.
pub fn lay_out(analysis: &Analysis) -> Layout {
    let mut marks = Vec::new();
    for entity in &analysis.entities {
        let places = entity.places().into_iter().enumerate();
        marks.extend(places.map(|(n, span)| Mark { span, cover: Cover::Entity(entity.id, n as u32) }));
    }
    let dates = analysis.timexes.iter().enumerate();
    marks.extend(dates.map(|(n, timex)| Mark { span: timex.span, cover: Cover::Date(n as u32) }));
    for (number, event) in analysis.events.iter().enumerate() {
        let places = std::iter::once(&event.span).chain(&event.also).enumerate();
        marks.extend(places.map(|(n, span)| Mark { span: *span, cover: Cover::Event(number as u32, n as u32) }));
    }
    marks.retain(|mark| !mark.span.is_empty());
    sort_by_key(&mut marks, |mark| mark.span.order());

    let mut chunks: Vec<Chunk> = Vec::new();
    let mut next = 0;
    // Marks that reach over the end of a piece come up again in the next one.
    let mut open: Vec<u32> = Vec::new();
    for (number, block) in analysis.blocks.iter().enumerate() {
        for span in cut(&analysis.text, block.span) {
            open.retain(|n| marks[*n as usize].span.end > span.start);
            while let Some(mark) = marks.get(next).filter(|mark| mark.span.start < span.end) {
                if mark.span.end > span.start {
                    open.push(next as u32);
                }
                next += 1;
            }
            let piece = Piece { block: number as u32, span, marks: open.clone() };
            match chunks.last_mut() {
                Some(chunk) if span.end.saturating_sub(chunk.span.start) <= CHUNK => {
                    chunk.span.end = span.end;
                    chunk.pieces.push(piece);
                }
                _ => chunks.push(Chunk { span, pieces: vec![piece] }),
            }
        }
    }
    Layout { marks, chunks }
}

/// A block in pieces of at most about [`CHUNK`] bytes, cut after a space where there is one.
fn cut(text: &str, block: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = block.start;
    while block.end.saturating_sub(start) > CHUNK {
        let (from, to) = (start as usize, (start + CHUNK) as usize);
        let Some(limit) = (from + 1..=to).rev().find(|at| text.is_char_boundary(*at)) else { break };
        let Some(part) = text.get(from..limit) else { break };
        let end = part
            .rfind(char::is_whitespace)
            .filter(|at| *at > part.len() / 2)
            .map_or(limit, |at| from + at + part[at..].chars().next().map_or(0, char::len_utf8));
        pieces.push(Span::new(start, end as u32));
        start = end as u32;
    }
    if start < block.end {
        pieces.push(Span::new(start, block.end));
    }
    pieces
}

impl Layout {
    /// The number of the chunk that holds a place: the last that begins at or before it.
    pub fn chunk_at(&self, place: u32) -> usize {
        self.chunks.partition_point(|chunk| chunk.span.start <= place).saturating_sub(1)
    }

    /// A piece in segments, which cover it without gaps.
    pub fn segments(&self, piece: &Piece) -> Vec<Segment> {
        let marks: Vec<Mark> = piece.marks.iter().map(|n| self.marks[*n as usize]).collect();
        let clip = |at: u32| at.clamp(piece.span.start, piece.span.end);
        let mut edges = vec![piece.span.start, piece.span.end];
        edges.extend(marks.iter().flat_map(|mark| [clip(mark.span.start), clip(mark.span.end)]));
        sort_by_key(&mut edges, |edge| u64::from(*edge));
        edges.dedup();
        let mut next = 0;
        let mut open: Vec<Mark> = Vec::new();
        edges
            .windows(2)
            .map(|edge| {
                let span = Span::new(edge[0], edge[1]);
                open.retain(|mark| mark.span.end > span.start);
                while next < marks.len() && marks[next].span.start <= span.start {
                    if marks[next].span.end > span.start {
                        open.push(marks[next]);
                    }
                    next += 1;
                }
                let mut segment = Segment { span, ..Segment::default() };
                for mark in &open {
                    segment.begins |= mark.span.start == span.start;
                    match mark.cover {
                        Cover::Entity(id, n) => segment.entity = Some((id, n)),
                        Cover::Date(n) => segment.date = Some(n),
                        Cover::Event(n, place) => segment.events.push((n, place)),
                    }
                }
                segment
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, BlockKind};
    use crate::{Certainty, Entity, EntityKind, Event, Tense, Timex, TimexKind};

    fn article(text: &str) -> Analysis {
        let at = |words: &str| {
            let start = text.find(words).unwrap() as u32;
            Span::new(start, start + words.len() as u32)
        };
        let entity = Entity {
            id: 0,
            name: "Ann Lee".into(),
            kind: EntityKind::Person,
            aliases: vec![],
            role: None,
            place: None,
            salience: 1.0,
            mentions: vec![at("Ann Lee")],
            described: vec![],
            government: vec![],
        };
        let event = Event {
            subject: None,
            span: at("Ann Lee came on 3 May"),
            also: vec![],
            date: "2024-05-03".into(),
            certainty: Certainty::Explicit,
            tense: Tense::Past,
            because: String::new(),
            entities: vec![0],
            section: None,
        };
        let timex =
            Timex { span: at("3 May"), kind: TimexKind::Date, value: "2024-05-03".into(), because: String::new() };
        Analysis {
            text: text.into(),
            blocks: vec![Block { span: Span::new(0, text.len() as u32), kind: BlockKind::Paragraph }],
            entities: vec![entity],
            timexes: vec![timex],
            events: vec![event],
            ..Analysis::default()
        }
    }

    #[test]
    fn marks_may_lie_in_each_other() {
        let analysis = article("Then Ann Lee came on 3 May, she said.");
        let layout = lay_out(&analysis);
        let drawn: Vec<String> = layout
            .segments(&layout.chunks[0].pieces[0])
            .iter()
            .map(|s| {
                let mut sign = String::new();
                sign.extend(s.entity.map(|_| 'E'));
                sign.extend(s.date.map(|_| 'D'));
                sign.extend(s.events.iter().map(|_| 'V'));
                format!("{sign}<{}>", s.span.of(&analysis.text))
            })
            .collect();
        assert_eq!(drawn, ["<Then >", "EV<Ann Lee>", "V< came on >", "DV<3 May>", "<, she said.>"]);
    }

    #[test]
    fn one_long_line_is_cut_without_loss() {
        for filler in ["word ", "é", "日本"] {
            let text = format!("Ann Lee came on 3 May {}", filler.repeat(20_000));
            let analysis = article(&text);
            let layout = lay_out(&analysis);
            assert!(layout.chunks.len() > 3);
            let pieces: Vec<Span> = layout.chunks.iter().flat_map(|c| &c.pieces).map(|p| p.span).collect();
            assert!(pieces.windows(2).all(|pair| pair[0].end == pair[1].start));
            assert!(pieces.iter().all(|p| p.len() <= CHUNK && text.get(p.start as usize..p.end as usize).is_some()));
            assert_eq!((pieces[0].start, pieces[pieces.len() - 1].end), (0, text.len() as u32));
            assert_eq!(layout.chunk_at(0), 0);
            assert_eq!(layout.chunk_at(text.len() as u32 - 1), layout.chunks.len() - 1);
        }
    }

    #[test]
    fn a_mark_over_the_end_of_a_piece_goes_on_in_the_next() {
        let text = format!("Ann Lee came on 3 May {}", "word ".repeat(6000));
        let mut analysis = article(&text);
        analysis.events[0].span = Span::new(0, 20_000);
        let layout = lay_out(&analysis);
        let second = &layout.chunks[1].pieces[0];
        assert_eq!(layout.segments(second)[0].events, [(0, 0)]);
        assert!(!layout.segments(second)[0].begins);
    }
}
