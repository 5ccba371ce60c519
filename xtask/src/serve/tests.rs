//! The server answers as a static host does.

use std::io::Write as _;

use super::*;
use crate::hosting;

/// A small site in a directory of its own, under `/x/`.
fn site(name: &str) -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/tmp/served").join(name);
    let _ = fs::remove_dir_all(&dist);
    fs::create_dir_all(dist.join("data")).unwrap();
    for folder in ["docs", "film", "reviewers"] {
        fs::create_dir_all(dist.join(folder)).unwrap();
    }
    let headers = hosting::headers("/x/", &["crosscut-1.wasm".to_owned()]);
    for (file, content) in [
        ("index.html", "catalogue"),
        ("404.html", "lost"),
        ("page.html", "page"),
        ("docs/index.html", "docs"),
        ("data/index.json", "{}"),
        ("crosscut-1.wasm", "\0asm"),
        ("_headers", &headers),
        ("film/sound-of-metal.html", "a film"),
        ("reviewers.html", "all"),
        ("reviewers/compare.html", "two"),
    ] {
        fs::write(dist.join(file), content).unwrap();
    }
    fs::write(dist.with_extension("secret"), "secret").unwrap();
    dist
}

fn get(host: &Host, target: &str) -> Answer {
    host.answer(&Request { method: "GET".to_owned(), target: target.to_owned(), ..Request::default() })
}

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    let found = answer.headers.iter().find(|(known, _)| known == name);
    found.map(|(_, value)| value.as_str())
}

#[test]
fn paths_are_answered_as_hosts_do() {
    let host = Host::new(&site("paths"), "/x/");
    for (target, status, body) in [
        ("/x/", 200, "catalogue"),
        ("/x/?q=a/b", 200, "catalogue"),
        ("/x/index.html", 200, "catalogue"),
        ("/x/page", 200, "page"),
        ("/x/p%61ge", 200, "page"),
        ("/x/docs/", 200, "docs"),
        ("/x/film/sound-of-metal", 200, "a film"),
        ("/x/film/sound-of-metal?sort=score", 200, "a film"),
        ("/x/film/other", 404, "lost"),
        ("/x/reviewers", 200, "all"),
        ("/x/reviewers/compare?who=a,b", 200, "two"),
        ("/x/elsewhere", 404, "lost"),
        ("/x/film", 404, "lost"),
        ("/elsewhere/", 404, "lost"),
        ("/x/_headers", 404, "lost"),
        ("/x/data/", 404, "lost"),
        ("/x/%FF", 404, "lost"),
        ("x", 400, "Bad request"),
    ] {
        let answer = get(&host, target);
        let found = (answer.status, String::from_utf8(answer.body).unwrap());
        assert_eq!(found, (status, body.to_owned()), "{target}");
    }
}

#[test]
fn a_directory_and_the_root_lead_on() {
    let host = Host::new(&site("lead"), "/x/");
    for (target, status, to) in
        [("/", 302, "/x/"), ("/?q=1", 302, "/x/?q=1"), ("/x", 302, "/x/"), ("/x/docs?a=1", 301, "/x/docs/?a=1")]
    {
        let answer = get(&host, target);
        assert_eq!(answer.status, status, "{target}");
        assert_eq!(header(&answer, "Location"), Some(to), "{target}");
    }
}

#[test]
fn nothing_outside_the_site_is_served() {
    let dist = site("outside");
    let host = Host::new(&dist, "/x/");
    let secret = dist.with_extension("secret");
    let name = secret.file_name().and_then(|name| name.to_str()).unwrap();
    for target in [
        format!("/x/../{name}"),
        format!("/x/%2e%2e/{name}"),
        format!("/x/%2e%2e%2f{name}"),
        format!("/x/..%5c{name}"),
        format!("/x//{}", secret.display()),
        format!("/x/{}", secret.display()),
        format!("/x/docs/../../{name}"),
    ] {
        let answer = get(&host, &target);
        assert_eq!((answer.status, answer.body), (404, b"lost".to_vec()), "{target}");
    }
}

#[test]
fn headers_types_and_conditions() {
    let host = Host::new(&site("headers"), "/x/");
    let wasm = get(&host, "/x/crosscut-1.wasm");
    assert_eq!(header(&wasm, "Content-Type"), Some("application/wasm"));
    assert_eq!(header(&wasm, "Cache-Control"), Some("public, max-age=31536000, immutable"));
    assert!(header(&wasm, "Content-Security-Policy").is_some());
    let index = get(&host, "/x/data/index.json?v=1");
    assert_eq!(header(&index, "Cache-Control"), Some("no-cache"));

    let again = host.answer(&Request {
        method: "GET".to_owned(),
        target: "/x/data/index.json".to_owned(),
        if_none_match: Some(format!("\"a\", W/{}", header(&index, "ETag").unwrap())),
        keep_open: true,
    });
    assert_eq!((again.status, again.body.len()), (304, 0));

    let post = host.answer(&Request { method: "POST".to_owned(), target: "/x/".to_owned(), ..Request::default() });
    assert_eq!((post.status, header(&post, "Allow")), (405, Some("GET, HEAD")));
}

#[test]
fn requests_are_read_one_after_another() {
    let text = "GET /a HTTP/1.1\r\nHost: b\r\nIf-None-Match: \"c\"\r\n\r\n\
                HEAD /d HTTP/1.1\r\nConnection: close\r\n\r\n";
    let mut reader = text.as_bytes();
    let first = Request::read(&mut reader).unwrap().unwrap();
    assert_eq!((first.target.as_str(), first.keep_open), ("/a", true));
    assert_eq!(first.if_none_match.as_deref(), Some("\"c\""));
    let second = Request::read(&mut reader).unwrap().unwrap();
    assert_eq!((second.method.as_str(), second.keep_open), ("HEAD", false));
    assert_eq!(Request::read(&mut reader), Ok(None));

    assert_eq!(Request::read(&mut "GET\r\n\r\n".as_bytes()), Err(Unread::Malformed));
    let endless = format!("GET /{}", "a".repeat(2 << 20));
    assert_eq!(Request::read(&mut endless.as_bytes()), Err(Unread::TooLong));
}

#[test]
fn a_real_connection_with_a_long_address() {
    let dist = site("real");
    let server = Server::start(&dist, "/x/", 0).unwrap();
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port)).unwrap();
    let long = "r".repeat(100_000);
    write!(stream, "HEAD /x/ HTTP/1.1\r\n\r\nGET /x/?reviews={long} HTTP/1.1\r\n").unwrap();
    write!(stream, "Connection: close\r\n\r\n").unwrap();
    let mut all = String::new();
    io::Read::read_to_string(&mut stream, &mut all).unwrap();
    assert_eq!(all.matches("HTTP/1.1 200 OK").count(), 2, "{all}");
    assert_eq!(all.matches("Content-Length: 9").count(), 2, "{all}");
    assert_eq!(all.matches("catalogue").count(), 1, "{all}");

    let next = Server::start(&dist, "/x/", server.port).unwrap();
    assert!(next.port > server.port, "a port in use leads to the next");
}
