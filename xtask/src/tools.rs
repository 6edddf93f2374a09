//! The programs the project is built and tested with: found, or installed for this user.
//!
//! Everything goes to `article-lens/<tool>-<version>` in the user's cache; only browsers come from the system's packages.
//! A program on PATH is taken where it has exactly the version asked for.

use crate::run::{self, Failure, Result, cargo, timed};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TRUNK: &str = "0.21.14";
/// The npm package that carries wasm-opt; its major version is wasm-opt's.
const BINARYEN: &str = "132.0.0";
const WASM: &str = "wasm32-unknown-unknown";
/// The oldest Node whose `node:test`, `fetch` and zlib serve.
const NODE: u32 = 18;

/// What is installed and where.
pub struct Tools {
    path: OsString,
    browsers: Vec<(&'static str, PathBuf)>,
}

impl Tools {
    /// All that building the page takes.
    pub fn for_the_page() -> Result<Self> {
        let cache = cache()?;
        node()?;
        wasm_target()?;
        let wasm_bindgen = locked_version(&read("Cargo.lock")?, "wasm-bindgen").ok_or_else(|| {
            Failure::new("Cargo.lock names no wasm-bindgen", "git checkout Cargo.lock, or cargo generate-lockfile")
        })?;
        let dirs = [
            // Without the features by which it would download things.
            cargo_tool(&cache, "trunk", TRUNK, &["trunk"], &["--no-default-features"])?,
            cargo_tool(&cache, "wasm-bindgen-cli", &wasm_bindgen, &["wasm-bindgen", "wasm-bindgen-test-runner"], &[])?,
            binaryen(&cache)?,
        ];
        let old = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(dirs.into_iter().flatten().chain(env::split_paths(&old)))
            .map_err(|error| Failure::new(format!("PATH: {error}"), "use a cache folder without `:` in its name"))?;
        Ok(Tools { path, browsers: Vec::new() })
    }

    /// The same and the browsers.
    pub fn for_everything() -> Result<Self> {
        let tools = Self::for_the_page()?;
        Ok(Tools { browsers: browsers()?, ..tools })
    }

    /// A command that finds the tools, and the browsers by name.
    pub fn command(&self, program: &str) -> Command {
        self.equip(Command::new(program))
    }

    /// Lets a command find the tools, and the browsers by name.
    pub fn equip(&self, mut command: Command) -> Command {
        command.env("PATH", &self.path);
        command.envs(self.browsers.iter().map(|(variable, program)| (variable, program)));
        command
    }

    /// The program named by `variable`: `CHROMIUM`, `CHROMEDRIVER` or `FIREFOX`.
    pub fn browser(&self, variable: &str) -> Option<&Path> {
        self.browsers.iter().find(|(name, _)| *name == variable).map(|(_, program)| program.as_path())
    }
}

/// The folder of this user's cache that is ours.
fn cache() -> Result<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("XDG_CACHE_HOME")
        .filter(|path| path.is_absolute())
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .map(|cache| cache.join("article-lens"))
        .ok_or_else(|| Failure::new("there is no place for tools", "set HOME or XDG_CACHE_HOME"))
}

fn node() -> Result<()> {
    let fix = "install Node 18 or later with npm: sudo apt-get install nodejs npm";
    let version =
        run::output(Command::new("node").arg("--version")).ok_or_else(|| Failure::new("node is not there", fix))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        return Err(Failure::new(format!("node is too old: {}", version.trim()), fix));
    }
    match run::output(Command::new("npm").arg("--version")) {
        Some(_) => Ok(()),
        None => Err(Failure::new("npm is not there", fix)),
    }
}

fn wasm_target() -> Result<()> {
    let fix = "rustup target add wasm32-unknown-unknown (a Rust without rustup needs the target from its own packages)";
    let libraries = run::output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))
        .ok_or_else(|| Failure::new("rustc is not there", "install Rust with rustup: https://rustup.rs"))?;
    if Path::new(libraries.trim()).exists() {
        return Ok(());
    }
    timed("installing the standard library for wasm32", || {
        run::check(Command::new("rustup").args(["target", "add", WASM]), fix)
    })
}

/// Sees to the `programs` of the crate `package`; the folder they are in, unless they are on PATH.
fn cargo_tool(
    cache: &Path,
    package: &str,
    version: &str,
    programs: &[&str],
    options: &[&str],
) -> Result<Option<PathBuf>> {
    let root = cache.join(format!("{package}-{version}"));
    let bin = root.join("bin");
    let all_say = |place: &Path| programs.iter().all(|name| says(&place.join(name), &format!("{name} {version}")));
    if all_say(Path::new("")) {
        return Ok(None);
    }
    if !all_say(&bin) {
        timed(&format!("installing {package} {version} (a few minutes, once)"), || {
            let mut install = cargo(["install", "--locked", "--quiet", "--version", version, package]);
            install.args(options).args(programs.iter().flat_map(|name| ["--bin", name])).arg("--root").arg(&root);
            // Not in the project: its .cargo/config.toml has no say in this, and its target folder stays small.
            install.current_dir(parent_for(&root)?);
            // A program that works for a second need not be optimised for minutes.
            for (setting, value) in [("OPT_LEVEL", "0"), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0")] {
                install.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
            }
            let fix = format!("cargo install --locked {package} --version {version}, and see what it says");
            run::check(&mut install, &fix)
        })?;
    }
    Ok(Some(bin))
}

/// Sees to wasm-opt; the folder it is in, unless that is on PATH.
fn binaryen(cache: &Path) -> Result<Option<PathBuf>> {
    let wanted = format!("wasm-opt version {}", BINARYEN.split('.').next().unwrap_or(BINARYEN));
    let root = cache.join(format!("binaryen-{BINARYEN}"));
    let bin = root.join("node_modules/.bin");
    if says(Path::new("wasm-opt"), &wanted) {
        return Ok(None);
    }
    if !says(&bin.join("wasm-opt"), &wanted) {
        timed(&format!("installing wasm-opt (binaryen {BINARYEN})"), || {
            let package = format!("binaryen@{BINARYEN}");
            let mut install = Command::new("npm");
            install.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]).arg(&root);
            install.arg(&package).current_dir(parent_for(&root)?);
            run::check(&mut install, &format!("npm install --global {package}, and see what it says"))
        })?;
    }
    Ok(Some(bin))
}

/// Whether a program's `--version` begins with `wanted`, and no digit follows.
fn says(program: &Path, wanted: &str) -> bool {
    run::output(Command::new(program).arg("--version"))
        .and_then(|version| version.strip_prefix(wanted).map(|rest| !rest.starts_with(|c: char| c.is_ascii_digit())))
        .unwrap_or(false)
}

/// Makes `path` and gives the folder it is in.
fn parent_for(path: &Path) -> Result<&Path> {
    fs::create_dir_all(path).map_err(|error| {
        Failure::new(format!("{}: {error}", path.display()), "set XDG_CACHE_HOME to a folder you may write to")
    })?;
    Ok(path.parent().unwrap_or(path))
}

/// A browser's program: the variable that may name it, its names on PATH, its package in Debian.
type Browser = (&'static str, &'static [&'static str], &'static str);

const BROWSERS: [Browser; 3] = [
    ("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"], "chromium"),
    ("CHROMEDRIVER", &["chromedriver"], "chromium-driver"),
    ("FIREFOX", &["firefox-esr", "firefox"], "firefox-esr"),
];

/// Sees to the browsers.
fn browsers() -> Result<Vec<(&'static str, PathBuf)>> {
    for (variable, ..) in BROWSERS {
        if let Some(named) = env::var_os(variable).filter(|named| !Path::new(named).is_file()) {
            let what = format!("{variable} names no program: {}", named.display());
            return Err(Failure::new(what, format!("unset {variable}, or give it the path of the program")));
        }
    }
    let find = |(variable, names, _): Browser| {
        env::var_os(variable).map(PathBuf::from).or_else(|| names.iter().find_map(|name| on_path(name)))
    };
    let missing: Vec<&str> = BROWSERS.into_iter().filter(|browser| find(*browser).is_none()).map(|(.., p)| p).collect();
    if !missing.is_empty() {
        timed(&format!("installing {} (apt-get)", missing.join(", ")), || apt_get(&missing))?;
    }
    let there = |browser: Browser| {
        let (variable, _, package) = browser;
        let fix = format!("install {package}, or name the program in {variable}");
        Ok((variable, find(browser).ok_or_else(|| Failure::new(format!("there is no {package}"), fix))?))
    };
    BROWSERS.into_iter().map(there).collect()
}

fn apt_get(packages: &[&str]) -> Result<()> {
    let fix = format!(
        "sudo apt-get install {} (elsewhere: install them your way, or name them in CHROMIUM, CHROMEDRIVER and FIREFOX)",
        packages.join(" ")
    );
    let root = run::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let apt_get = |args: &[&str]| {
        let mut command = Command::new(if root { "apt-get" } else { "sudo" });
        if !root {
            command.arg("apt-get");
        }
        command.args(args).env("DEBIAN_FRONTEND", "noninteractive");
        run::check(&mut command, &fix)
    };
    apt_get(&["update", "-qq"])?;
    apt_get(&[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat())
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

fn read(path: &str) -> Result<String> {
    fs::read_to_string(path).map_err(|error| Failure::new(format!("{path}: {error}"), format!("git checkout {path}")))
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_lock_file_names_versions() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.129"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
