//! Draws an analysis for people: the text with marks under the words, then the three views as tables.

use crate::expected::{label, plain};
use article_lens::document::BlockKind;
use article_lens::{Analysis, EntityKind, Span};
use std::fmt::Write;

/// Columns of text in a line.
const WIDTH: usize = 110;

/// The drawing.
pub fn draw(analysis: &Analysis) -> String {
    let mut out = String::new();
    let _ = head(analysis, &mut out);
    for block in &analysis.blocks {
        let mut margin = match block.kind {
            BlockKind::Title => "TITLE".into(),
            BlockKind::Heading(level) => format!("H{level}"),
            BlockKind::Standfirst => "stand".into(),
            BlockKind::Byline => "by".into(),
            BlockKind::DateLine => "date".into(),
            BlockKind::Paragraph => String::new(),
            BlockKind::ListItem => "*".into(),
            BlockKind::Quote => ">".into(),
            BlockKind::Caption => "pic".into(),
            BlockKind::Furniture => "x".into(),
        };
        for line in wrap(&analysis.text, block.span) {
            let _ = writeln!(out, "{margin:>6} │ {}", line.of(&analysis.text).trim_end().replace('\n', "⏎"));
            for marks in [names(analysis, line), dates(analysis, line), clauses(analysis, line)] {
                if !marks.trim().is_empty() {
                    let _ = writeln!(out, "       │ {}", marks.trim_end());
                }
            }
            margin.clear();
        }
        let _ = writeln!(out, "       │");
    }
    let _ = tables(analysis, &mut out);
    out
}

fn head(analysis: &Analysis, out: &mut String) -> std::fmt::Result {
    let published = &analysis.published;
    let date = published.date.as_deref().unwrap_or("not known");
    writeln!(out, "form       {}", label(&analysis.format))?;
    writeln!(out, "title      {}", analysis.headline().unwrap_or("-"))?;
    writeln!(out, "byline     {}", analysis.byline.as_deref().unwrap_or("-"))?;
    writeln!(out, "published  {date} ({}) {}", label(&published.source), published.because)?;
    for warning in &analysis.warnings {
        writeln!(out, "warning    {}: {}", warning.code, warning.message)?;
    }
    writeln!(
        out,
        "\nUnder the words: p person, o organisation, l place, g group, e event, x other, each with its number;"
    )?;
    writeln!(out, "^ words of time with their value; └n─┘ clause of event n.\n")
}

fn tables(analysis: &Analysis, out: &mut String) -> std::fmt::Result {
    writeln!(out, "\nOUTLINE")?;
    for (number, section) in analysis.outline.iter().enumerate() {
        let derived = if section.derived { " (derived)" } else { "" };
        let indent = "  ".repeat(usize::from(section.level));
        writeln!(out, "{number:>4} {indent}{}{derived}", plain(&section.text))?;
    }
    writeln!(out, "\nCHIPS")?;
    for e in &analysis.entities {
        let role = e.role.as_ref().map_or(String::new(), |role| format!(" [{role}]"));
        let aliases = if e.aliases.is_empty() { String::new() } else { format!(" = {}", e.aliases.join("; ")) };
        let (id, kind, times) = (e.id, label(&e.kind), e.mentions.len());
        writeln!(out, "{id:>4} {kind:<12} ×{times:<3} {}{role}{aliases}", e.name)?;
    }
    writeln!(out, "\nTIMELINE")?;
    for (number, e) in analysis.events.iter().enumerate() {
        let date = if e.date.is_empty() { "-" } else { &e.date };
        let who: Vec<&str> =
            e.entities.iter().filter_map(|id| analysis.entities.get(*id as usize)).map(|e| e.name.as_str()).collect();
        let (certainty, tense) = (label(&e.certainty), label(&e.tense));
        writeln!(out, "{number:>4} {date:<22} {certainty:<9} {tense:<8} {}", plain(&e.words(&analysis.text)))?;
        for also in &e.also {
            writeln!(out, "{:>47}also {}", "", plain(also.of(&analysis.text)))?;
        }
        let section = e.section.map_or("-".into(), |s| s.to_string());
        writeln!(out, "{:>47}who: {}; section: {section}; {}", "", who.join(", "), e.because)?;
    }
    Ok(())
}

/// The lines of a block, cut at blanks.
fn wrap(text: &str, block: Span) -> Vec<Span> {
    let mut lines = Vec::new();
    let (mut start, mut blank, mut columns) = (block.start, None, 0);
    for (at, c) in block.of(text).char_indices() {
        let at = block.start + at as u32;
        columns += 1;
        if columns > WIDTH
            && let Some(cut) = blank.take()
        {
            lines.push(Span::new(start, cut));
            columns = text[cut as usize..at as usize].chars().count() + 1;
            start = cut;
        }
        if c.is_whitespace() {
            blank = Some(at + c.len_utf8() as u32);
        }
    }
    lines.push(Span::new(start, block.end));
    lines
}

/// A row of marks under a line, in columns.
struct Row(Vec<char>);

impl Row {
    fn put(&mut self, at: usize, words: &str) {
        for (i, c) in words.chars().enumerate() {
            if self.0.len() <= at + i {
                self.0.resize(at + i + 1, ' ');
            }
            self.0[at + i] = c;
        }
    }
}

/// The columns of `span` in `line`, where it lies in it.
fn columns(text: &str, line: Span, span: Span) -> Option<(usize, usize)> {
    let (start, end) = (span.start.max(line.start), span.end.min(line.end));
    let count = |to: u32| text[line.start as usize..to as usize].chars().count();
    (start < end).then(|| (count(start), count(end)))
}

fn names(analysis: &Analysis, line: Span) -> String {
    let mut row = Row(Vec::new());
    for entity in &analysis.entities {
        let letter = match entity.kind {
            EntityKind::Person => "p",
            EntityKind::Organization => "o",
            EntityKind::Place => "l",
            EntityKind::Group => "g",
            EntityKind::Event => "e",
            EntityKind::Other => "x",
        };
        for (from, to) in entity.mentions.iter().filter_map(|m| columns(&analysis.text, line, *m)) {
            row.put(from, &letter.repeat(to - from));
            let number = entity.id.to_string();
            if number.len() < to - from {
                row.put(from + 1, &number);
            }
        }
    }
    row.0.into_iter().collect()
}

fn dates(analysis: &Analysis, line: Span) -> String {
    let mut row = Row(Vec::new());
    for timex in &analysis.timexes {
        if let Some((from, to)) = columns(&analysis.text, line, timex.span) {
            row.put(from, &"^".repeat(to - from));
            let value = if timex.value.is_empty() { "?" } else { &timex.value };
            row.put(from, &format!("^{value}"));
        }
    }
    row.0.into_iter().collect()
}

fn clauses(analysis: &Analysis, line: Span) -> String {
    let mut row = Row(Vec::new());
    for (number, event) in analysis.events.iter().enumerate() {
        for span in std::iter::once(&event.span).chain(&event.also) {
            if let Some((from, to)) = columns(&analysis.text, line, *span) {
                row.put(from, &"─".repeat(to - from));
                if span.end <= line.end {
                    row.put(to - 1, "┘");
                }
                if span.start >= line.start {
                    row.put(from, &format!("└{number}"));
                }
            }
        }
    }
    row.0.into_iter().collect()
}
