//! What the server answers.

use std::{
    fs,
    io::{self, Write},
    path::Path,
    time::UNIX_EPOCH,
};

use super::Request;

#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    pub(super) head_only: bool,
}

impl Answer {
    pub(super) fn new(status: u16, kind: &str, body: Vec<u8>) -> Self {
        Self { status, headers: vec![("Content-Type".to_owned(), kind.to_owned())], body, head_only: false }
    }

    pub(super) fn plain(status: u16, text: &str) -> Self {
        Self::new(status, media_type(Path::new("a.txt")), text.into())
    }

    pub(super) fn redirect(status: u16, to: &str) -> Self {
        let mut answer = Self::plain(status, to);
        // What a path may hold once it is decoded, a header may not.
        let safe: String = to
            .bytes()
            .map(|byte| match byte {
                b'!'..=b'~' => char::from(byte).to_string(),
                _ => format!("%{byte:02X}"),
            })
            .collect();
        answer.header("Location", &safe);
        answer
    }

    /// A file, or 304 where the browser has it already.
    pub(super) fn file(status: u16, path: &Path, request: &Request) -> Self {
        let tag = tag(path).unwrap_or_default();
        let known = request.if_none_match.as_deref().is_some_and(|known| {
            let mut tags = known.split(',').map(|t| t.trim().trim_start_matches("W/"));
            tags.any(|known| known == "*" || known == tag)
        });
        let mut answer = if known && status == 200 {
            Self::new(304, media_type(path), Vec::new())
        } else {
            match fs::read(path) {
                Ok(body) => Self::new(status, media_type(path), body),
                Err(_) => Self::plain(500, "The file could not be read"),
            }
        };
        answer.header("ETag", &tag);
        answer
    }

    pub(super) fn header(&mut self, name: &str, value: &str) {
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.headers.iter().any(|(known, _)| known.eq_ignore_ascii_case(name))
    }

    pub(super) fn write(&self, out: &mut impl Write, keep_open: bool) -> io::Result<()> {
        let reason = match self.status {
            200 => "OK",
            301 => "Moved Permanently",
            302 => "Found",
            304 => "Not Modified",
            400 => "Bad Request",
            404 => "Not Found",
            405 => "Method Not Allowed",
            431 => "Request Header Fields Too Large",
            _ => "Internal Server Error",
        };
        let mut whole = Vec::with_capacity(self.body.len() + 2048);
        write!(whole, "HTTP/1.1 {} {reason}\r\n", self.status)?;
        for (name, value) in &self.headers {
            write!(whole, "{name}: {value}\r\n")?;
        }
        if self.status != 304 {
            write!(whole, "Content-Length: {}\r\n", self.body.len())?;
        }
        if !keep_open {
            whole.extend_from_slice(b"Connection: close\r\n");
        }
        whole.extend_from_slice(b"\r\n");
        if !self.head_only {
            whole.extend_from_slice(&self.body);
        }
        out.write_all(&whole)
    }
}

/// Names a state of a file by its size and the time it was written.
fn tag(path: &Path) -> Option<String> {
    let about = fs::metadata(path).ok()?;
    let written = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("\"{:x}-{:x}\"", about.len(), written.as_nanos()))
}

fn media_type(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|e| e.to_str());
    match extension.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
