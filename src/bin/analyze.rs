//! The engine as a command: one article, or an archive as JSON Lines. `analyze --help` says how.
//!
//! Doors: [`main`], then [`single`] or [`batch`]. Absent here: any reading of articles; the library does that, so that
//! the command and the page give the same answers.

use article_lens::{Analysis, Correction, Format, PublishedSource, RawInput, analyze, export};
use serde::Serialize;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, sync_channel};

const HELP: &str = "\
Reads a news article and finds its outline, who and what it names, and a timeline of its events.

Usage:
  analyze [FILE|-] [--published DATE] [--input FORM] [--corrections FILE] [--format json|text]
  analyze --batch [FILE|-] [--input FORM]

  FILE               the article, in UTF-8; - or nothing reads standard input
  --published DATE   when the article was published (2025-01-21), where the article itself does not say so
  --input FORM       auto (default), text, markdown or html
  --corrections FILE what a reader corrected of the names: an earlier answer, or its `corrections` alone
  --format json      the whole answer as JSON (default); offsets are UTF-16 code units, as JavaScript counts
  --format text      the answer as tables to read
  --batch            many articles: each line in is {\"id\": …, \"text\": \"…\", \"published\": \"2025-01-21\"}, each line out
                     is that article's answer as JSON with the same id, in the same order; `published` and
                     `corrections` may be left out. A line that cannot be read gives {\"id\": …, \"error\": \"…\"}, and
                     the work goes on
  --help, --version

Exit status: 0 when all went well, 1 when an article could not be read (no words, no text, a bad line of a batch),
2 when the command was not understood.
Nothing is sent anywhere.

Examples:
  analyze story.txt --published 2025-01-21
  curl -s https://example.org/story | analyze --input html --format text
  analyze --batch < archive.jsonl > answers.jsonl
";

fn main() -> ExitCode {
    let orders = match Orders::parse(std::env::args_os().skip(1).map(|a| a.to_string_lossy().into_owned())) {
        Ok(orders) => orders,
        Err(trouble) => return fail(2, &format!("{trouble}\n`analyze --help` shows what can be said.")),
    };
    let result = match orders.task {
        Task::Say(words) => print(words),
        _ if orders.file.is_none() && io::stdin().is_terminal() => {
            return fail(2, "no article: name a file, or send one to standard input (`analyze < story.txt`).");
        }
        Task::Single { text } => single(&orders, text),
        Task::Batch => batch(&orders),
    };
    match result {
        Ok(code) => code,
        // Whoever read our output has seen enough (`analyze … | head`): no trouble.
        Err(Trouble::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Trouble::Output(error)) => fail(1, &format!("cannot write the answer: {error}. Is the disk full?")),
        Err(Trouble::Input(words)) => fail(1, &words),
    }
}

/// What the command line asks for.
struct Orders {
    task: Task,
    file: Option<String>,
    published: Option<String>,
    corrections: Option<String>,
    form: Format,
}

enum Task {
    Say(&'static str),
    Single { text: bool },
    Batch,
}

enum Trouble {
    Input(String),
    Output(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Trouble::Output(error)
    }
}

impl Orders {
    fn parse(args: impl Iterator<Item = String>) -> Result<Orders, String> {
        let mut orders = Orders {
            task: Task::Single { text: false },
            file: None,
            published: None,
            corrections: None,
            form: Format::Auto,
        };
        // `--name=value` is the same as `--name value`.
        let mut args = args.flat_map(|arg| match arg.split_once('=') {
            Some((name, value)) if name.starts_with("--") => vec![name.to_owned(), value.to_owned()],
            _ => vec![arg],
        });
        let (mut batch, mut format) = (false, None);
        while let Some(arg) = args.next() {
            let mut value = |what: &str| args.next().ok_or(format!("{arg} needs a value: {what}."));
            match arg.as_str() {
                "-h" | "--help" => return Ok(Orders { task: Task::Say(HELP), ..orders }),
                "-V" | "--version" => {
                    return Ok(Orders {
                        task: Task::Say(concat!("analyze ", env!("CARGO_PKG_VERSION"), "\n")),
                        ..orders
                    });
                }
                "--batch" => batch = true,
                "--published" => orders.published = Some(check_date(value("a date such as 2025-01-21")?)?),
                "--corrections" => orders.corrections = Some(value("a file")?),
                "--input" => orders.form = form(&value("auto, text, markdown or html")?)?,
                "--format" => format = Some(value("json or text")?),
                "-" => orders.file = Some(arg),
                _ if arg.starts_with('-') => return Err(format!("unknown option {arg}.")),
                _ if orders.file.is_some() => {
                    return Err(format!("one article at a time: {arg:?} is one too many; --batch takes many."));
                }
                _ => orders.file = Some(arg),
            }
        }
        orders.task = match (batch, format.as_deref()) {
            (true, _) if orders.corrections.is_some() => {
                return Err("--corrections is for one article; in a batch each row has its own `corrections`.".into());
            }
            (true, None | Some("json")) if orders.published.is_none() => Task::Batch,
            (true, None | Some("json")) => {
                return Err("--published is for one article; in a batch each row has its own `published`.".into());
            }
            (true, Some(_)) => return Err("--batch writes JSON only: leave --format out.".into()),
            (false, None | Some("json")) => Task::Single { text: false },
            (false, Some("text")) => Task::Single { text: true },
            (false, Some(other)) => return Err(format!("unknown format {other:?}: say json or text.")),
        };
        Ok(orders)
    }

    fn open(&self) -> Result<Box<dyn Read + Send>, Trouble> {
        match self.file.as_deref() {
            None | Some("-") => Ok(Box::new(io::stdin())),
            Some(path) => match std::fs::File::open(path) {
                Ok(file) => Ok(Box::new(file)),
                Err(error) => Err(self.unread(&error)),
            },
        }
    }

    fn unread(&self, error: &io::Error) -> Trouble {
        let name = self.file.as_deref().unwrap_or("standard input");
        Trouble::Input(format!("cannot read {name}: {error}. Check the path, or give - to read standard input."))
    }
}

fn form(word: &str) -> Result<Format, String> {
    serde_json::from_value(Value::String(word.into()))
        .map_err(|_| format!("unknown form {word:?}: say auto, text, markdown or html."))
}

/// A day that there is: `YYYY-MM-DD`, perhaps with a time behind it.
fn check_date(date: String) -> Result<String, String> {
    let trouble = || format!("{date:?} is not a date: write year-month-day, such as 2025-01-21.");
    let (day, rest) = date.split_at_checked(10).ok_or_else(trouble)?;
    let parts: Vec<u32> = day.split('-').filter_map(|p| p.parse().ok()).collect();
    let [year, month @ 1..=12, day] = parts[..] else { return Err(trouble()) };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month as usize - 1];
    let whole = date.as_bytes()[4] == b'-' && date.as_bytes()[7] == b'-';
    let ends = rest.is_empty() || rest.starts_with(['T', 't', ' ']);
    if whole && ends && (1..=days).contains(&day) { Ok(date) } else { Err(trouble()) }
}

/// One article in, one answer out.
fn single(orders: &Orders, text: bool) -> Result<ExitCode, Trouble> {
    let mut bytes = Vec::new();
    orders.open()?.read_to_end(&mut bytes).map_err(|error| orders.unread(&error))?;
    let article = String::from_utf8(bytes).unwrap_or_else(|error| {
        eprintln!(
            "analyze: this is not UTF-8, so some characters are lost. `iconv -f windows-1252 -t utf-8` may mend it."
        );
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    });
    let corrections = match &orders.corrections {
        Some(path) => read_corrections(path).map_err(Trouble::Input)?,
        None => Vec::new(),
    };
    let raw = RawInput { text: article, format: orders.form, published: orders.published.clone(), corrections };
    let analysis = analyze(&raw);
    for warning in &analysis.warnings {
        eprintln!("analyze: {}", warning.message);
    }
    print(&if text { tables(&analysis) } else { export::json(&analysis, &raw.text) + "\n" })?;
    let read = analysis.warnings.iter().all(|warning| !matches!(warning.code, "empty" | "binary"));
    Ok(if read { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The corrections of a file: a list, or an answer that holds one.
fn read_corrections(path: &str) -> Result<Vec<Correction>, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("cannot read {path}: {error}. Check the path."))?;
    let mut value: Value =
        serde_json::from_slice(&bytes).map_err(|error| format!("the corrections in {path} are not JSON ({error})."))?;
    corrections(if value.is_object() { value["corrections"].take() } else { value })
        .map_err(|trouble| format!("the corrections in {path} cannot be read: {trouble}."))
}

fn corrections(value: Value) -> Result<Vec<Correction>, String> {
    const SHAPE: &str = r#"one is {"do": "hide", "entity": {"name": "York", "kind": "place"}}"#;
    match value {
        Value::Null => Ok(Vec::new()),
        value => serde_json::from_value(value).map_err(|error| format!("{error}; {SHAPE}")),
    }
}

/// Many articles: row by row, each answered as soon as it is ready, in the order they came.
///
/// Row n goes to worker n mod the number of workers and is fetched from there, which keeps the order without waiting
/// for more than the row that is next.
fn batch(orders: &Orders) -> Result<ExitCode, Trouble> {
    let mut input = BufReader::new(orders.open()?);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let form = orders.form;
    let (mut inboxes, mut outboxes) = (Vec::new(), Vec::new());
    for _ in 0..workers {
        let (inbox, rows) = sync_channel::<(u64, Vec<u8>)>(2);
        let (answer, outbox) = sync_channel(2);
        std::thread::spawn(move || {
            rows.iter().try_for_each(|(number, row)| answer.send(answer_row(number, &row, form)))
        });
        inboxes.push(inbox);
        outboxes.push(outbox);
    }
    // Not joined when the output breaks: it may be waiting for input that never comes.
    let reader = std::thread::spawn(move || {
        let mut next = (0..inboxes.len()).cycle();
        for number in 1.. {
            let mut row = Vec::new();
            if input.read_until(b'\n', &mut row)? == 0 {
                break;
            }
            if !row.trim_ascii().is_empty() && inboxes[next.next().unwrap_or(0)].send((number, row)).is_err() {
                break;
            }
        }
        Ok(())
    });
    let all_good = write_rows(&outboxes)?;
    if let Ok(Err(error)) = reader.join() {
        return Err(orders.unread(&error));
    }
    if !all_good {
        eprintln!("analyze: some rows could not be read; look for \"error\" in the answers.");
    }
    Ok(if all_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Writes the answers in turn; true when none was an error.
fn write_rows(outboxes: &[Receiver<(String, bool)>]) -> io::Result<bool> {
    let mut all_good = true;
    let mut output = io::stdout().lock();
    for outbox in outboxes.iter().cycle() {
        let Ok((row, good)) = outbox.recv() else { break };
        all_good &= good;
        output.write_all(row.as_bytes())?;
        output.flush()?;
    }
    Ok(all_good)
}

/// The answer to a row as a line of JSON, and whether it is one.
fn answer_row(number: u64, row: &[u8], form: Format) -> (String, bool) {
    #[derive(Serialize)]
    struct Answer<'a> {
        id: &'a Value,
        #[serde(flatten)]
        answer: export::Export<'a>,
    }
    let row = read_row(row, form);
    let answer = row.and_then(|(id, raw)| {
        let analysis = analyze(&raw);
        let answer = Answer { id: &id, answer: export::export(&analysis, &raw.text) };
        serde_json::to_string(&answer).map_err(|error| (id.clone(), error.to_string()))
    });
    match answer {
        Ok(line) => (line + "\n", true),
        Err((id, error)) => (format!("{}\n", json!({ "id": id, "error": format!("line {number}: {error}") })), false),
    }
}

/// What is wrong with a row. It is one line of many, whose number is said by whoever counts them.
fn in_row(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    words.strip_suffix(&place).map_or(words.clone(), |what| format!("{what} at column {}", error.column()))
}

/// The id and article of a row, or the id as far as it is known and what is wrong.
fn read_row(row: &[u8], form: Format) -> Result<(Value, RawInput), (Value, String)> {
    const SHAPE: &str = "a row is {\"id\": …, \"text\": \"…\", \"published\": \"2025-01-21\"}";
    let row = row.strip_prefix(b"\xef\xbb\xbf").unwrap_or(row);
    let mut row: Value = serde_json::from_slice(row)
        .map_err(|error| (Value::Null, format!("not JSON ({}); {SHAPE}", in_row(&error))))?;
    let id = row.get_mut("id").map_or(Value::Null, Value::take);
    let text = match row.get_mut("text").map(Value::take) {
        Some(Value::String(text)) => text,
        Some(_) => return Err((id, format!("`text` is not a string; {SHAPE}"))),
        None => return Err((id, format!("no `text`; {SHAPE}"))),
    };
    if id.is_null() {
        return Err((id, format!("no `id`; {SHAPE}")));
    }
    let published = match row.get_mut("published").map(Value::take) {
        None | Some(Value::Null) => None,
        Some(Value::String(date)) => match check_date(date) {
            Ok(date) => Some(date),
            Err(trouble) => return Err((id, format!("`published`: {trouble}"))),
        },
        Some(other) => return Err((id, format!("`published` is {other}, not a date such as \"2025-01-21\""))),
    };
    let corrections = row.get_mut("corrections").map_or(Value::Null, Value::take);
    let corrections = match self::corrections(corrections) {
        Ok(corrections) => corrections,
        Err(trouble) => return Err((id, format!("`corrections`: {trouble}"))),
    };
    Ok((id, RawInput { text, format: form, published, corrections }))
}

/// The three views as tables for people.
fn tables(analysis: &Analysis) -> String {
    let word = |value: Value| value.as_str().unwrap_or_default().to_owned();
    let line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::new();
    let published = &analysis.published;
    let _ = writeln!(out, "{}", analysis.headline().unwrap_or("(no headline)"));
    if let Some(byline) = &analysis.byline {
        let _ = writeln!(out, "by {byline}");
    }
    let _ = match (&published.date, published.source) {
        (Some(date), PublishedSource::Given) => writeln!(out, "published {date}"),
        (Some(date), _) => writeln!(out, "published {date} ({})", published.because),
        (None, _) => writeln!(out, "published: not known; --published DATE places relative dates"),
    };
    let _ = writeln!(out, "\nOUTLINE");
    for section in &analysis.outline {
        let _ = writeln!(out, "{:width$}{}", "", line(&section.text), width = 2 * usize::from(section.level));
    }
    let _ = writeln!(out, "\nWHO AND WHAT");
    for entity in &analysis.entities {
        let kind = word(json!(entity.kind));
        let role = entity.role.as_ref().map_or(String::new(), |role| format!(", {role}"));
        let also = if entity.aliases.is_empty() { String::new() } else { format!(" ({})", entity.aliases.join(", ")) };
        let _ = writeln!(out, "  {kind:<13} {:>3}×  {}{also}{role}", entity.mentions.len(), entity.name);
    }
    let _ = writeln!(out, "\nWHEN");
    for event in &analysis.events {
        let date = if event.date.is_empty() { "not placed" } else { &event.date };
        let clause = event.words(&analysis.text);
        let _ = writeln!(out, "  {date:<21} {clause}\n{:24}{}: {}", "", word(json!(event.certainty)), event.because);
    }
    out
}

fn print(words: &str) -> Result<ExitCode, Trouble> {
    let mut output = io::stdout().lock();
    output.write_all(words.as_bytes())?;
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn fail(code: u8, words: &str) -> ExitCode {
    eprintln!("analyze: {words}");
    ExitCode::from(code)
}
