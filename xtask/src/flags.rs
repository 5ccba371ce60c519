//! The flags that `serve` and `build` share.

use crate::Failure;

/// What the command line asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flags {
    /// The path the site lives under, where it is given; begins and ends with a slash.
    pub base: Option<String>,
    /// The first port to try.
    pub port: u16,
    /// Build without optimisation.
    pub debug: bool,
}

impl Flags {
    /// Reads `--base`, `--debug` and, where `with_port`, `--port`, each as `--flag value` or
    /// `--flag=value`.
    pub fn read(verb: &str, arguments: &[String], with_port: bool) -> Result<Self, Failure> {
        let mut flags = Self { base: None, port: 8080, debug: false };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let (name, joined) = match argument.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (argument.as_str(), None),
            };
            let mut value = || joined.clone().or_else(|| rest.next().cloned());
            match name {
                "--base" => flags.base = Some(base(value())?),
                "--port" if with_port => flags.port = port(value())?,
                "--debug" if joined.is_none() => flags.debug = true,
                _ => {
                    let known = if with_port { "--base, --port and --debug" } else { "--base and --debug" };
                    return Err(Failure::usage(format!("`{verb}` does not know `{argument}`; it takes {known}")));
                }
            }
        }
        Ok(flags)
    }
}

/// `crosscut`, `/crosscut` and `/crosscut/` are the same base.
fn base(value: Option<String>) -> Result<String, Failure> {
    let value = value.unwrap_or_default();
    let inner = value.trim_matches('/');
    let plain = |segment: &str| {
        !segment.is_empty()
            && segment != "."
            && segment != ".."
            && segment.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b))
    };
    if value.is_empty() || !(inner.is_empty() || inner.split('/').all(plain)) {
        return Err(Failure::usage(format!(
            "`--base {value}` is not a path; write it like `--base /crosscut/`, in plain letters, \
             digits, `-`, `.`, `_` and `~`"
        )));
    }
    Ok(match inner {
        "" => "/".to_owned(),
        inner => format!("/{inner}/"),
    })
}

fn port(value: Option<String>) -> Result<u16, Failure> {
    let value = value.unwrap_or_default();
    match value.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(Failure::usage(format!("`--port {value}` is not a port; give a number from 1 to 65535"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Flags, String> {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Flags::read("serve", &arguments, true).map_err(|failure| failure.to_string())
    }

    #[test]
    fn a_base_gets_its_slashes() {
        for line in ["--base crosscut", "--base /crosscut", "--base=/crosscut/", "--base //crosscut//"] {
            assert_eq!(read(line).unwrap().base.as_deref(), Some("/crosscut/"), "{line}");
        }
        assert_eq!(read("--base /a/b.c").unwrap().base.as_deref(), Some("/a/b.c/"));
        assert_eq!(read("--base /").unwrap().base.as_deref(), Some("/"));
        assert_eq!(read("").unwrap().base, None);
    }

    #[test]
    fn what_is_no_base_is_refused() {
        for line in ["--base", "--base=", "--base /a//b/", "--base /../", "--base /a%20b/", "--base /a?b"] {
            let said = read(line).unwrap_err();
            assert!(said.contains("is not a path"), "{line}: {said}");
        }
    }

    #[test]
    fn ports_and_unknown_flags() {
        assert_eq!(read("--port 9000").unwrap().port, 9000);
        assert_eq!(read("--port 0").unwrap_err(), "`--port 0` is not a port; give a number from 1 to 65535");
        assert_eq!(
            read("--prot 1").unwrap_err(),
            "`serve` does not know `--prot`; it takes --base, --port and --debug"
        );
        assert!(Flags::read("build", &["--port".into(), "1".into()], false).is_err());
    }
}
