//! `serve`: builds the site and serves it on this machine, as a static host would.
//!
//! It reads the same `_headers` as the hosts do, answers `x` with `x.html` and a
//! directory with its index.html, and everything unknown with 404.html and status 404. One thread
//! for each connection is plenty here.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

mod answer;

use answer::Answer;

use crate::{Failure, data, flags::Flags, hosting::Headers, say, setup::Workshop, site::Build};

/// The longest request line and headers that are read. A shared comparison can have a long address.
const LONGEST_HEAD: u64 = 1 << 20;

/// The verb `serve`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let flags = Flags::read("serve", arguments, true)?;
    let mut workshop = Workshop::open()?;
    let base = data::base(flags.base)?;
    let build = Build { base, debug: flags.debug, dist: workshop.root().join("dist") };
    build.run(&mut workshop)?;
    let server = Server::start(&build.dist, &build.base, flags.port)?;
    if server.port != flags.port {
        say(format!("port {} is taken", flags.port));
    }
    say("Ctrl-C stops it");
    println!("Crosscut is at {}", server.address());
    server.wait();
    Ok(())
}

/// A server that runs until the process ends.
#[derive(Debug)]
pub struct Server {
    port: u16,
    base: String,
    thread: thread::JoinHandle<()>,
}

impl Server {
    /// Serves a directory under a base path, on the given port or the next that is free; on any
    /// free port where it is 0.
    pub fn start(dist: &Path, base: &str, port: u16) -> Result<Self, Failure> {
        let listener = listen(port)?;
        let port =
            listener.local_addr().map_err(|error| Failure::new(format!("the server has no address: {error}")))?.port();
        let host = Arc::new(Host::new(dist, base));
        let accept = move || {
            for stream in listener.incoming().flatten() {
                let host = Arc::clone(&host);
                // A connection that breaks off concerns nobody but its browser.
                thread::spawn(move || converse(&stream, &host));
            }
        };
        Ok(Self { port, base: base.to_owned(), thread: thread::spawn(accept) })
    }

    /// The address of the catalogue.
    pub fn address(&self) -> String {
        format!("http://localhost:{}{}", self.port, self.base)
    }

    fn wait(self) {
        // Only a panic ends the thread, and then its message has been printed.
        let _ = self.thread.join();
    }
}

fn listen(first: u16) -> Result<TcpListener, Failure> {
    let last = first.saturating_add(if first == 0 { 0 } else { 99 });
    for port in first..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) => {
                return Err(Failure::new(format!("port {port} cannot be used ({error}); name another with --port")));
            }
        }
    }
    Err(Failure::new(format!("the ports {first} to {last} are all taken; name another with --port")))
}

/// Answers one request after another on a connection.
fn converse(stream: &TcpStream, host: &Host) {
    let patience = Some(Duration::from_secs(30));
    let ready = stream
        .set_read_timeout(patience)
        .and_then(|()| stream.set_write_timeout(patience))
        .and_then(|()| stream.set_nodelay(true));
    if ready.is_err() {
        return;
    }
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    loop {
        let (answer, open) = match Request::read(&mut reader) {
            Ok(Some(request)) => (host.answer(&request), request.keep_open),
            Ok(None) | Err(Unread::Broken) => return,
            Err(Unread::Malformed) => (Answer::plain(400, "Bad request"), false),
            Err(Unread::TooLong) => (Answer::plain(431, "The address is too long"), false),
        };
        if answer.write(&mut writer, open).is_err() || !open {
            return;
        }
    }
}

/// What the server needs to know of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Request {
    method: String,
    target: String,
    if_none_match: Option<String>,
    keep_open: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Unread {
    Broken,
    Malformed,
    TooLong,
}

impl Request {
    /// The next request; none at the end of the connection.
    fn read(reader: &mut impl BufRead) -> Result<Option<Self>, Unread> {
        let mut head = reader.take(LONGEST_HEAD);
        let mut next = || -> Result<String, Unread> {
            let mut line = Vec::new();
            head.read_until(b'\n', &mut line).map_err(|_| Unread::Broken)?;
            match line.last() {
                Some(b'\n') => {
                    String::from_utf8(line).map(|line| line.trim_end().to_owned()).map_err(|_| Unread::Malformed)
                }
                _ if head.limit() == 0 => Err(Unread::TooLong),
                _ => Err(Unread::Broken),
            }
        };
        let first = match next() {
            Ok(line) => line,
            Err(Unread::Broken) => return Ok(None),
            Err(other) => return Err(other),
        };
        let mut words = first.split(' ');
        let (Some(method), Some(target), Some(version), None) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            return Err(Unread::Malformed);
        };
        let mut request = Self {
            method: method.to_owned(),
            target: target.to_owned(),
            if_none_match: None,
            keep_open: version == "HTTP/1.1",
        };
        loop {
            let line = next()?;
            if line.is_empty() {
                return Ok(Some(request));
            }
            let (name, value) = line.split_once(':').ok_or(Unread::Malformed)?;
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "if-none-match" => request.if_none_match = Some(value.to_owned()),
                "connection" => {
                    request.keep_open &= !value.eq_ignore_ascii_case("close");
                }
                // No request with a body is answered, so what follows is not read either.
                "content-length" => request.keep_open &= value == "0",
                "transfer-encoding" => request.keep_open = false,
                _ => {}
            }
        }
    }
}

/// A site in a directory, under a base path.
#[derive(Debug)]
struct Host {
    dist: PathBuf,
    base: String,
    headers: Headers,
}

impl Host {
    fn new(dist: &Path, base: &str) -> Self {
        let text = |name| fs::read_to_string(dist.join(name)).unwrap_or_default();
        Self { dist: dist.to_owned(), base: base.to_owned(), headers: Headers::parse(&text("_headers")) }
    }

    fn answer(&self, request: &Request) -> Answer {
        let head_only = request.method == "HEAD";
        let mut answer = if head_only || request.method == "GET" {
            self.find(request)
        } else {
            let mut answer = Answer::plain(405, "Only GET and HEAD are answered here");
            answer.header("Allow", "GET, HEAD");
            answer
        };
        answer.head_only = head_only;
        answer
    }

    fn find(&self, request: &Request) -> Answer {
        let target = request.target.as_str();
        let raw = target.split(['?', '#']).next().unwrap_or_default();
        // A broken escape is the name of nothing, and the site says so in its own words.
        let path = decode(raw).unwrap_or_else(|| raw.to_owned());
        if !path.starts_with('/') {
            return Answer::plain(400, "Bad request");
        }
        let query = &target[raw.len()..];
        let mut answer = self.resolve(&path, query, request);
        for (name, value) in self.headers.of(&path) {
            answer.header(&name, &value);
        }
        if !answer.has("Cache-Control") {
            // What hosts say of a file that has no rule.
            answer.header("Cache-Control", "public, max-age=0, must-revalidate");
        }
        answer
    }

    fn resolve(&self, path: &str, query: &str, request: &Request) -> Answer {
        let Some(below) = path.strip_prefix(&self.base) else {
            let lost = path == "/" || format!("{path}/") == self.base;
            return if lost {
                Answer::redirect(302, &format!("{}{query}", self.base))
            } else {
                self.not_found(request)
            };
        };
        if let Some(file) = self.file(below) {
            return Answer::file(200, &file, request);
        }
        if !below.is_empty() && !below.ends_with('/') && self.file(&format!("{below}/")).is_some() {
            return Answer::redirect(301, &format!("{path}/{query}"));
        }
        self.not_found(request)
    }

    /// The file that a path below the base stands for.
    fn file(&self, below: &str) -> Option<PathBuf> {
        // The file that tells hosts what to do is not part of the site. A path that steps upwards
        // could leave it, and no browser sends one.
        let safe = |segment: &str| segment != ".." && !segment.contains(['\\', '\0', ':']);
        if below == "_headers" || !below.split('/').all(safe) {
            return None;
        }
        if below.starts_with('/') {
            return None;
        }
        let candidates = if below.is_empty() || below.ends_with('/') {
            vec![format!("{below}index.html")]
        } else {
            vec![below.to_owned(), format!("{below}.html")]
        };
        let paths = candidates.into_iter().map(|name| self.dist.join(name));
        paths.into_iter().find(|path| path.is_file())
    }

    fn not_found(&self, request: &Request) -> Answer {
        match self.file("404.html") {
            Some(page) => Answer::file(404, &page, request),
            None => Answer::plain(404, "Not found"),
        }
    }
}

/// Undoes percent-encoding; none where it is broken or not UTF-8.
fn decode(raw: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |b: Option<u8>| char::from(b?).to_digit(16);
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests;
