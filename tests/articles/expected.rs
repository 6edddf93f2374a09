//! Reads `expected.txt` (README.md beside this file says how) and compares it with an analysis.

use article_lens::{Analysis, Entity, Event, RawInput, Span};
use serde_json::Value;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// One article of the corpus.
pub struct Article {
    pub slug: String,
    pub folder: PathBuf,
    pub raw: RawInput,
    pub lines: Vec<Line>,
}

/// One line of `expected.txt`.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The heading it stands under; empty for the lines before the first.
    section: String,
    /// The line without its marks.
    words: String,
    /// Welcome, not demanded.
    optional: bool,
    /// Why it is known to be wrong today.
    known: Option<String>,
}

/// What the comparison gives.
pub struct Verdict {
    /// For each line: nothing, or what is there instead.
    pub lines: Vec<Option<String>>,
    /// What is there and should not be, as lines to add.
    pub extra: Vec<Line>,
    /// Events on the timeline, and how many of them are in the list.
    pub events: (usize, usize),
}

/// The articles of the corpus, in order of their names.
pub fn articles() -> Vec<Article> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut folders: Vec<PathBuf> =
        root.read_dir().expect("tests/articles").map(|e| e.expect("a folder").path()).filter(|p| p.is_dir()).collect();
    folders.sort();
    folders.into_iter().map(|folder| read(&folder)).collect()
}

fn read(folder: &Path) -> Article {
    let path = ["txt", "md", "html"].map(|ending| folder.join("article").with_extension(ending));
    let path = path.iter().find(|p| p.exists()).unwrap_or_else(|| panic!("no article in {}", folder.display()));
    let text = std::fs::read_to_string(path).expect("an article in UTF-8");
    let lines = parse(&std::fs::read_to_string(folder.join("expected.txt")).expect("expected.txt"));
    let given = lines.iter().find_map(|l| l.words.strip_prefix("given: ")).map(str::to_owned);
    let slug = folder.file_name().expect("a name").to_string_lossy().into_owned();
    Article { slug, folder: folder.into(), raw: RawInput { text, published: given, ..RawInput::default() }, lines }
}

/// The lines of an `expected.txt`.
pub fn parse(file: &str) -> Vec<Line> {
    let mut section = String::new();
    let mut lines = Vec::new();
    for line in file.lines() {
        let mut words = line.trim();
        if let Some(name) = words.strip_prefix("## ") {
            section = name.trim().into();
        }
        let mut known = None;
        if let Some(rest) = words.strip_prefix('~') {
            let (rest, reason) = rest.split_once(" # ").unwrap_or((rest, "not yet"));
            (words, known) = (rest.trim(), Some(reason.trim().into()));
        }
        let optional = words.starts_with('?');
        let words = words.trim_start_matches('?').trim().into();
        lines.push(Line { section: section.clone(), words, optional, known });
    }
    lines
}

/// The same as a file.
pub fn write(lines: &[Line]) -> String {
    let mut file = String::new();
    for line in lines {
        let optional = if line.optional { "? " } else { "" };
        let _ = match &line.known {
            Some(reason) => writeln!(file, "~ {optional}{}  # {reason}", line.words),
            None => writeln!(file, "{optional}{}", line.words),
        };
    }
    file
}

impl Line {
    fn fields(&self) -> Vec<&str> {
        self.words.split('|').map(str::trim).collect()
    }

    fn is_extra(&self) -> bool {
        self.words.starts_with("+ ")
    }

    /// False for headings, blanks and facts about the article itself.
    pub fn is_demand(&self) -> bool {
        !self.words.is_empty()
            && !self.words.starts_with('#')
            && (!self.section.is_empty() || !(self.words.starts_with("topic:") || self.words.starts_with("given:")))
    }

    pub fn is_known(&self) -> bool {
        self.known.is_some()
    }

    /// As it is shown in a report.
    pub fn show(&self) -> String {
        format!("{} {}", if self.section.is_empty() { "head" } else { &self.section }, self.words)
    }
}

/// Compares every line with the analysis.
pub fn compare(lines: &[Line], analysis: &Analysis) -> Verdict {
    let mut verdict = Verdict { lines: Vec::new(), extra: Vec::new(), events: (analysis.events.len(), 0) };
    let mut claimed = vec![false; analysis.entities.len()];
    for line in lines {
        let result = match line.section.as_str() {
            _ if !line.is_demand() || line.is_extra() => Ok(()),
            "" => head(line, analysis),
            "outline" => outline(line, analysis),
            "chips" => chip(line, analysis, &mut claimed, &mut verdict.extra),
            "timeline" => event(line, analysis),
            "dates" => date(line, analysis),
            "not" => absent(line, analysis),
            other => Err(format!("no such section as {other:?}")),
        };
        verdict.lines.push(result.err().filter(|_| !line.optional));
    }
    let headings: Vec<String> = lines
        .iter()
        .filter(|l| l.section == "outline" && !l.is_extra())
        .map(|l| plain(l.fields().last().unwrap()))
        .collect();
    for section in analysis.outline.iter().filter(|s| !s.derived && !headings.contains(&plain(&s.text))) {
        verdict.extra.push(extra("outline", format!("+ {} | {}", section.level, plain(&section.text))));
    }
    for (entity, _) in analysis.entities.iter().zip(&claimed).filter(|(_, claimed)| !**claimed) {
        if kind(entity) != "other" {
            verdict.extra.push(extra("chips", format!("+ chip {} | {}", kind(entity), entity.name)));
        }
    }
    // An extra that is listed is known as long as it is there.
    for (line, result) in lines.iter().zip(&mut verdict.lines).filter(|(line, _)| line.is_extra()) {
        let at = verdict.extra.iter().position(|e| e.section == line.section && e.words == line.words);
        *result = at.map(|at| {
            verdict.extra.remove(at);
            "still there".into()
        });
    }
    let wanted: Vec<&Line> = lines.iter().filter(|l| l.section == "timeline" && l.is_demand()).collect();
    verdict.events.1 = analysis.events.iter().filter(|e| wanted.iter().any(|line| event_is(line, e, analysis))).count();
    verdict
}

fn extra(section: &str, words: String) -> Line {
    Line { section: section.into(), words, optional: false, known: None }
}

/// `lines` with the marks of what is known to be wrong set anew.
pub fn mark(lines: &[Line], verdict: &Verdict) -> Vec<Line> {
    let mut marked: Vec<Line> = Vec::new();
    for (line, result) in lines.iter().zip(&verdict.lines) {
        let known = result.as_ref().map(|got| reason(line, got));
        if known.is_some() || !line.is_extra() {
            marked.push(Line { known, ..line.clone() });
        }
    }
    for extra in &verdict.extra {
        // Behind the last line of its section that says something.
        let last = marked.iter().rposition(|l| l.section == extra.section && !l.words.is_empty());
        let line = Line { known: Some("got it".into()), ..extra.clone() };
        marked.insert(last.map_or(marked.len(), |at| at + 1), line);
    }
    marked
}

/// The reason a person gave, or else what is there today.
pub fn reason(line: &Line, got: &str) -> String {
    match &line.known {
        Some(reason) if !reason.starts_with("got ") => reason.clone(),
        _ => format!("got {}", plain(&got.replace('#', " "))).chars().take(120).collect::<String>().trim().into(),
    }
}

fn head(line: &Line, analysis: &Analysis) -> Result<(), String> {
    let (field, value) = line.words.split_once(':').ok_or("no colon")?;
    let got = match field {
        "title" => analysis.headline().map(plain),
        "byline" => analysis.byline.as_deref().map(|b| plain(b.trim_start_matches("By ").trim_start_matches("by "))),
        "published" => {
            let source = label(&analysis.published.source);
            let got = analysis.published.date.as_ref().map(|date| format!("{date} | {source}"));
            if let (Some((dates, sources)), Some(date)) = (value.split_once('|'), &analysis.published.date)
                && is_one_of(dates, date)
                && is_one_of(sources, &source)
            {
                return Ok(());
            }
            got
        }
        _ => return Err(format!("no such field as {field:?}")),
    };
    let got = got.unwrap_or_else(|| "none".into());
    if is_one_of(value, &got) { Ok(()) } else { Err(got) }
}

fn outline(line: &Line, analysis: &Analysis) -> Result<(), String> {
    let [level, words] = line.fields()[..] else { return Err("not `level | words`".into()) };
    let section = analysis.outline.iter().find(|s| !s.derived && plain(&s.text) == plain(words));
    match section {
        None => Err("no such heading".into()),
        Some(s) if s.level.to_string() != level => Err(format!("level {}", s.level)),
        Some(_) => Ok(()),
    }
}

fn chip(line: &Line, analysis: &Analysis, claimed: &mut [bool], extras: &mut Vec<Line>) -> Result<(), String> {
    let fields = line.fields();
    let (kinds, names) = (fields[0], *fields.get(1).ok_or("not `kind | name`")?);
    let aliases: Vec<String> =
        fields.get(2).map_or(Vec::new(), |f| f.split(';').map(plain).filter(|a| !a.is_empty()).collect());
    let bare = |name: &str| name.trim_start_matches("The ").trim_start_matches("the ").trim_end_matches('.').to_owned();
    let named =
        |e: &Entity| is_one_of(names, &e.name) || names.split(" or ").any(|n| plain(&bare(n)) == plain(&bare(&e.name)));
    let right = |e: &Entity| named(e) && is_one_of(kinds, &kind(e));
    let Some(at) = (0..claimed.len()).find(|&i| !claimed[i] && right(&analysis.entities[i])) else {
        let other = analysis.entities.iter().find(|e| named(e)).map(|e| format!("is a chip of kind {}", kind(e)));
        let within = || {
            let holder = analysis.entities.iter().find(|e| e.aliases.iter().any(|a| is_one_of(names, a)))?;
            Some(format!("only as an alias of {}", holder.name))
        };
        return Err(other.or_else(within).unwrap_or_else(|| "no such chip".into()));
    };
    claimed[at] = true;
    let entity = &analysis.entities[at];
    let got: Vec<String> = entity.aliases.iter().map(|a| plain(a)).collect();
    for alias in got.iter().filter(|a| !aliases.contains(a) && !is_one_of(names, a)) {
        extras.push(extra("chips", format!("+ alias {} | {alias}", entity.name)));
    }
    let missing: Vec<&String> = aliases.iter().filter(|a| !got.contains(a)).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("lacks {missing:?}, has {got:?}")) }
}

fn event(line: &Line, analysis: &Analysis) -> Result<(), String> {
    if line.fields().len() != 4 {
        return Err("not `date | certainty | tense | words`".into());
    }
    if analysis.events.iter().any(|e| event_is(line, e, analysis)) {
        return Ok(());
    }
    let words = line.fields()[3];
    let found: Vec<&Event> = analysis.events.iter().filter(|e| tells(e, words, &analysis.text)).collect();
    let show = |e: &Event| {
        format!("{} {} {} {:?}", day(e), label(&e.certainty), label(&e.tense), plain(e.span.of(&analysis.text)))
    };
    match found.first() {
        Some(event) => Err(show(event)),
        None => match analysis.events.iter().find(|e| is_one_of(line.fields()[0], &day(e))) {
            Some(event) => Err(format!("not there; this date has {}", show(event))),
            None => Err("not there".into()),
        },
    }
}

fn event_is(line: &Line, event: &Event, analysis: &Analysis) -> bool {
    let [dates, certainties, tenses, words] = line.fields()[..] else { return false };
    is_one_of(dates, &day(event))
        && is_one_of(certainties, &label(&event.certainty))
        && is_one_of(tenses, &label(&event.tense))
        && tells(event, words, &analysis.text)
}

/// The date as the lists write it: `-` for none, whole months without their days (`2019-03/2019-05`).
fn day(event: &Event) -> String {
    let whole = event.date.split_once('/').filter(|(from, to)| {
        let last = to.get(8..10).and_then(|d| d.parse().ok()).unwrap_or(0);
        from.get(7..10) == Some("-01") && (28..=31).contains(&last) && from[..7] != to[..7]
    });
    match whole {
        Some((from, to)) => format!("{}/{}", &from[..7], &to[..7]),
        None if event.date.is_empty() => "-".into(),
        None => event.date.clone(),
    }
}

/// True when one clause of the event holds all pieces of `words`.
fn tells(event: &Event, words: &str, text: &str) -> bool {
    std::iter::once(event.span).chain(event.also.iter().copied()).any(|span| {
        let clause = plain(span.of(text));
        words.split(" … ").all(|piece| clause.contains(&plain(piece)))
    })
}

fn date(line: &Line, analysis: &Analysis) -> Result<(), String> {
    let [words, value] = line.fields()[..] else { return Err("not `words | value`".into()) };
    let (before, rest) = words.split_once('[').unwrap_or(("", words));
    let (inner, after) = rest.split_once(']').unwrap_or((rest, ""));
    let bare = |words: &str| plain(words).trim_start_matches("the ").trim_start_matches("The ").to_owned();
    let here = |span: Span| {
        let (left, right) = (&analysis.text[..span.start as usize], &analysis.text[span.end as usize..]);
        let left = &left[left.len() - left.char_indices().rev().take(120).map(|(_, c)| c.len_utf8()).sum::<usize>()..];
        let right: String = right.chars().take(120).collect();
        plain(left).ends_with(&plain(before)) && plain(&right).starts_with(&plain(after))
    };
    let found: Vec<_> =
        analysis.timexes.iter().filter(|t| bare(t.span.of(&analysis.text)) == bare(inner) && here(t.span)).collect();
    match found.first() {
        _ if found.iter().any(|t| is_one_of(value, &t.value)) => Ok(()),
        Some(timex) => Err(format!("{:?}", timex.value)),
        None => {
            let near = |t: &&article_lens::Timex| plain(t.span.of(&analysis.text)).contains(&plain(inner));
            let near = analysis.timexes.iter().find(near);
            Err(near.map_or("not found".into(), |t| format!("{:?} = {:?}", t.span.of(&analysis.text), t.value)))
        }
    }
}

fn absent(line: &Line, analysis: &Analysis) -> Result<(), String> {
    let (what, words) = line.words.split_once(' ').ok_or("not `what words`")?;
    match what {
        "chip" => {
            let named = |e: &&Entity| plain(&e.name) == plain(words);
            analysis.entities.iter().find(named).map_or(Ok(()), |e| Err(format!("is a chip of kind {}", kind(e))))
        }
        "heading" => {
            let there = analysis.outline.iter().any(|s| !s.derived && plain(&s.text) == plain(words));
            if there { Err("is a heading".into()) } else { Ok(()) }
        }
        "date" => {
            let there = analysis.timexes.iter().find(|t| plain(t.span.of(&analysis.text)) == plain(words));
            there.map_or(Ok(()), |t| Err(format!("is a date, {:?}", t.value)))
        }
        "event" => {
            let is_date = words.starts_with(|c: char| c.is_ascii_digit()) && !words.contains(' ');
            let (date, words) = match words.split_once('|') {
                Some((date, words)) => (Some(date.trim()), words.trim()),
                None if is_date => (Some(words), ""),
                None => (None, words),
            };
            let wrong =
                |e: &&Event| !e.date.is_empty() && date.is_none_or(|d| e.date == d) && tells(e, words, &analysis.text);
            analysis.events.iter().find(wrong).map_or(Ok(()), |e| {
                Err(format!(
                    "{} {} {} {:?}",
                    e.date,
                    label(&e.certainty),
                    label(&e.tense),
                    plain(e.span.of(&analysis.text))
                ))
            })
        }
        _ => Err(format!("no such thing as {what:?}")),
    }
}

/// Blanks as one, typographic quotes as plain ones.
pub fn plain(words: &str) -> String {
    let words = words.replace(['’', '‘'], "'").replace(['“', '”'], "\"");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_one_of(wanted: &str, got: &str) -> bool {
    let got = plain(got);
    plain(wanted) == got || wanted.split(" or ").any(|w| plain(w) == got)
}

/// The word that stands for a value in the exported JSON.
pub fn label<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        other => format!("{other:?}"),
    }
}

fn kind(entity: &Entity) -> String {
    label(&entity.kind)
}
