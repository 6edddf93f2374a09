//! `cargo xtask test`: everything that can fail.

use crate::dist;
use crate::run::{self, Failure, Result, cargo, seconds, timed};
use crate::tools::Tools;
use std::env;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

const WASM: [&str; 4] = ["--target", "wasm32-unknown-unknown", "--features", "ui"];

/// One step: its name and what it does.
type Step<'a> = (&'static str, Box<dyn Fn() -> Result<()> + 'a>);

/// Runs all steps, also after one that failed; fails where any did.
pub fn all() -> Result<()> {
    let start = Instant::now();
    let tools = Tools::for_everything()?;
    let setup = start.elapsed();

    let mut done: Vec<(&str, Duration, bool)> = vec![("tools", setup, true)];
    for (name, work) in steps(&tools) {
        let start = Instant::now();
        let outcome = timed(name, work);
        if let Err(failure) = &outcome {
            println!("   FAILED: {}\n   fix: {}", failure.what, failure.fix);
        }
        done.push((name, start.elapsed(), outcome.is_ok()));
    }

    println!();
    for (name, time, passed) in &done {
        println!("{:>9}  {}  {name}", seconds(*time), if *passed { "passed" } else { "FAILED" });
    }
    println!("{:>9}          all", seconds(start.elapsed()));
    let failed = done.iter().filter(|(.., passed)| !passed).count();
    println!("\n{} passed, {failed} failed", done.len() - failed);
    if failed == 0 { Ok(()) } else { Err(Failure::new("not everything passed", "see FAILED above")) }
}

fn steps(tools: &Tools) -> Vec<Step<'_>> {
    let cargo_step = |args: Vec<&'static str>, fix: &'static str| -> Box<dyn Fn() -> Result<()>> {
        Box::new(move || run::check(&mut cargo(&args), fix))
    };
    let lint = |args: &[&'static str]| {
        let args = [&["clippy", "--quiet"], args, &["--", "-D", "warnings"]].concat();
        cargo_step(args, "mend what clippy says above")
    };
    vec![
        ("format", cargo_step(vec!["fmt", "--all", "--check"], "cargo fmt --all")),
        ("lints: engine", lint(&["--workspace", "--all-targets"])),
        ("lints: developers' programs", lint(&["--all-targets", "--features", "eval,train"])),
        ("lints: interface", lint(&[&WASM[..], &["--lib", "--bin", "lens", "--test", "wasm"]].concat())),
        ("tests: engine", cargo_step(vec!["test", "--workspace"], "mend the tests named above")),
        (
            "tests: interface",
            cargo_step(vec!["test", "--features", "ui", "--lib", "ui::"], "mend the tests named above"),
        ),
        ("tests: wasm in Chromium", Box::new(|| wasm_tests(tools))),
        ("dist", Box::new(|| dist::make(tools))),
        ("tests: browsers", Box::new(|| browser_tests(tools))),
    ]
}

/// `tests/wasm.rs`, inside headless Chromium.
fn wasm_tests(tools: &Tools) -> Result<()> {
    let settings = env::current_dir().unwrap_or_default().join(run::target()).join("webdriver.json");
    let chromium = tools.browser("CHROMIUM").unwrap_or(Path::new("chromium"));
    // No sandbox: it refuses to work for root, as in a container, and what runs here is ours.
    let options = format!(r#"{{"binary":{chromium:?},"args":["--headless","--no-sandbox","--disable-gpu"]}}"#);
    fs::write(&settings, format!(r#"{{"goog:chromeOptions":{options}}}"#))
        .map_err(|error| Failure::new(format!("{}: {error}", settings.display()), "cargo xtask test, once more"))?;
    let mut test = tools.equip(cargo([&["test"], &WASM[..], &["--test", "wasm"]].concat()));
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    test.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    // Seconds; a busy machine needs more than the usual 20.
    test.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    run::check(&mut test, "mend the tests named above")
}

/// `tests/browser`, in Chromium and Firefox, against `dist/`.
fn browser_tests(tools: &Tools) -> Result<()> {
    let mut install = tools.command("npm");
    install.args(["ci", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", "tests/browser"]);
    run::check(&mut install, "npm ci --prefix tests/browser, and see what it says")?;
    let folder = fs::read_dir("tests/browser").into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = folder.filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    if files.is_empty() {
        return Err(Failure::new("there are no browser tests", "git checkout tests/browser"));
    }
    run::check(&mut cargo(["build", "--quiet", "--bin", "analyze"]), "mend what the compiler says above")?;
    let mut test = tools.command("node");
    test.args(["--test", "--test-reporter=spec"]).args(files);
    run::check(&mut test, "mend the tests named above")
}
