//! The native command as a newsroom uses it.

use serde_json::Value;
use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

const ARTICLE: &str = "It rained on 3 May 2024. The match was called off.";

/// Runs the command with `args`, `input` on its standard input.
fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_analyze"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // A command that does not read its input closes the pipe: no matter.
    let feeder = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("the command ends");
    feeder.join().expect("the feeder ends");
    output
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn rows(output: &Output) -> Vec<Value> {
    out(output).lines().map(|line| serde_json::from_str(line).expect("a row of JSON")).collect()
}

#[test]
fn one_article_from_standard_input_or_a_file() {
    let piped = run(&["--published", "2024-05-04"], ARTICLE.as_bytes());
    assert!(piped.status.success(), "{}", err(&piped));
    let answer: Value = serde_json::from_str(&out(&piped)).expect("JSON");
    assert_eq!(answer["version"], env!("CARGO_PKG_VERSION"));
    for field in ["title", "published", "outline", "entities", "timexes", "events", "warnings"] {
        assert!(answer.get(field).is_some(), "{field} is missing");
    }
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("one_article.txt");
    std::fs::write(&path, ARTICLE).expect("written");
    let read = run(&[path.to_str().expect("a path"), "--published=2024-05-04", "--input", "auto"], b"");
    assert_eq!(out(&read), out(&piped));
    let dash = run(&["-", "--published", "2024-05-04"], ARTICLE.as_bytes());
    assert_eq!(out(&dash), out(&piped));
}

#[test]
fn a_text_in_another_encoding_is_read_with_a_word_of_advice() {
    let output = run(&[], b"The caf\xe9 in York opened on 3 May 2024.");
    assert!(output.status.success() && err(&output).contains("iconv"), "{}", err(&output));
    assert!(out(&output).contains("2024-05-03"), "{}", out(&output));
}

#[test]
fn tables_for_people() {
    let output = run(&["--format", "text"], ARTICLE.as_bytes());
    assert!(output.status.success());
    for head in ["OUTLINE", "WHO AND WHAT", "WHEN"] {
        assert!(out(&output).contains(head));
    }
}

#[test]
fn a_batch_keeps_ids_and_order_and_survives_bad_rows() {
    let input = format!(
        "\u{feff}{{\"id\": 1, \"text\": \"{ARTICLE}\", \"published\": \"2024-05-04\"}}\n\
         {{\"id\": \"b\", \"text\": \"{ARTICLE}\"}}\r\n\
         not json\n\
         \n\
         {{\"id\": [3], \"txet\": 1}}\n\
         {{\"id\": \"bad date\", \"text\": \"x\", \"published\": \"yesterday\"}}\n\
         {{\"id\": \"no day\", \"text\": \"x\", \"published\": \"2023-02-29\"}}\n\
         {{\"text\": \"no id\"}}\n\
         {{\"id\": \"empty\", \"text\": \"\"}}\n\
         {{\"id\": \"last\", \"text\": \"{ARTICLE}\", \"published\": null}}"
    );
    let output = run(&["--batch"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let rows = rows(&output);
    let ids: Vec<String> = rows.iter().map(|row| row["id"].to_string()).collect();
    assert_eq!(
        ids,
        ["1", "\"b\"", "null", "[3]", "\"bad date\"", "\"no day\"", "null", "\"empty\"", "\"last\""],
        "{}",
        out(&output)
    );
    let bad: Vec<bool> = rows.iter().map(|row| row.get("error").is_some()).collect();
    assert_eq!(bad, [false, false, true, true, true, true, true, false, false]);
    let error = rows[2]["error"].as_str().expect("words");
    assert!(error.starts_with("line 3: ") && error.contains("at column 2") && !error.contains("line 1"), "{error}");
    assert!(rows[3]["error"].as_str().expect("words").contains("no `text`"), "{}", rows[3]);
    assert!(rows[4]["error"].as_str().expect("words").contains("2025-01-21"), "{}", rows[4]);
}

#[test]
fn a_batch_gives_the_same_answers_as_single_articles() {
    let input: String = (0..200)
        .map(|n| format!("{{\"id\": {n}, \"text\": \"Article {n}. {ARTICLE}\", \"published\": \"2024-05-04\"}}\n"))
        .collect();
    let output = run(&["--batch"], input.as_bytes());
    assert!(output.status.success(), "{}", err(&output));
    let rows = rows(&output);
    assert_eq!(rows.len(), 200);
    for (n, row) in rows.into_iter().enumerate() {
        let Value::Object(mut row) = row else { panic!("not an object") };
        assert_eq!(row.remove("id"), Some(n.into()));
        if n == 137 {
            let single = run(&["--published", "2024-05-04"], format!("Article {n}. {ARTICLE}").as_bytes());
            assert_eq!(serde_json::from_str::<Value>(&out(&single)).expect("JSON"), Value::Object(row));
        }
    }
}

#[test]
fn a_batch_answers_each_row_as_it_comes() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_analyze"))
        .arg("--batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = child.stdout.take().expect("a pipe");
    for n in 0..5 {
        writeln!(stdin, "{{\"id\": {n}, \"text\": \"x\"}}").expect("sent");
        let (mut row, mut byte) = (Vec::new(), [0]);
        while byte[0] != b'\n' {
            stdout.read_exact(&mut byte).expect("an answer");
            row.push(byte[0]);
        }
        assert_eq!(serde_json::from_slice::<Value>(&row).expect("JSON")["id"], n);
    }
    drop(stdin);
    assert!(child.wait().expect("ends").success());
}

#[test]
fn a_reader_who_has_seen_enough_is_no_trouble() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_analyze"))
        .arg("--batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    // The input stays open: the command must not wait for its end.
    let _ = writeln!(stdin, "{{\"id\": 1, \"text\": \"x\"}}");
    let output = child.wait_with_output().expect("ends");
    assert!(output.status.success() && output.stderr.is_empty(), "{}", err(&output));
    drop(stdin);
}

#[test]
fn what_cannot_be_read_is_no_success() {
    for (input, words) in [
        (&b""[..], "no words"),
        (b" \n\t", "no words"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "file of another kind"),
    ] {
        let output = run(&["--format", "text"], input);
        assert_eq!(output.status.code(), Some(1));
        assert!(err(&output).contains(words) && !err(&output).contains("drop"), "{}", err(&output));
    }
}

#[test]
fn every_error_says_what_to_do() {
    for (args, code, words) in [
        (&["--nonsense"][..], 2, "--help"),
        (&["--published", "31.12.2024"], 2, "2025-01-21"),
        (&["--published", "2024-02-31"], 2, "2025-01-21"),
        (&["--published"], 2, "needs a value"),
        (&["--input", "pdf"], 2, "auto, text, markdown or html"),
        (&["--format", "xml"], 2, "json or text"),
        (&["a.txt", "b.txt"], 2, "--batch"),
        (&["--batch", "--published", "2024-05-04"], 2, "each row"),
        (&["--batch", "--format", "text"], 2, "JSON only"),
        (&["no/such/story.txt"], 1, "Check the path"),
        (&["."], 1, "Check the path"),
        (&["--batch", "no/such/archive.jsonl"], 1, "Check the path"),
    ] {
        let output = run(args, b"");
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", err(&output));
        assert!(err(&output).starts_with("analyze: ") && err(&output).contains(words), "{args:?}: {}", err(&output));
        assert!(output.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn help_and_version_go_to_standard_output() {
    for arg in ["--help", "-h"] {
        let output = run(&["--batch", arg], b"");
        assert!(output.status.success() && out(&output).contains("Usage:"));
        assert!(out(&output).lines().all(|line| line.chars().count() <= 120));
    }
    assert_eq!(out(&run(&["--version"], b"")), format!("analyze {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn corrections_come_from_an_earlier_answer_or_a_list() {
    let file = |name: &str, words: &str| {
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, words).expect("written");
        path.to_str().expect("a path").to_owned()
    };
    let story = "Ann Lee opened the school in York.";
    let hide = r#"[{"do":"hide","entity":{"name":"York","kind":"place"}}]"#;
    let first = run(&["--corrections", &file("list.json", hide)], story.as_bytes());
    assert!(first.status.success(), "{}", err(&first));
    let answer: Value = serde_json::from_str(&out(&first)).expect("JSON");
    assert_eq!(answer["entities"].as_array().map(Vec::len), Some(1));
    let again = run(&["--corrections", &file("answer.json", &out(&first))], story.as_bytes());
    assert_eq!(out(&again), out(&first));

    let row = format!(r#"{{"id": 1, "text": "{story}", "corrections": {hide}}}"#);
    let batch = rows(&run(&["--batch"], row.as_bytes()));
    assert_eq!(batch[0]["entities"].as_array().map(Vec::len), Some(1));

    let misfit = run(&["--corrections", &file("list.json", hide)], b"It rained on 3 May 2024.");
    assert!(misfit.status.success() && err(&misfit).contains("fits nothing"), "{}", err(&misfit));
    let broken = run(&["--corrections", &file("broken.json", r#"[{"do":"eat"}]"#)], story.as_bytes());
    assert!(!broken.status.success() && err(&broken).contains("do"), "{}", err(&broken));
    let unread = run(&["--corrections", "no/such/file"], story.as_bytes());
    assert!(!unread.status.success() && err(&unread).contains("no/such/file"));
}
