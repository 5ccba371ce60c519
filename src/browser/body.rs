//! The bodies of answers.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

use super::clock::Slice;

/// Why a body could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The connection broke off.
    BrokenOff,
    /// It is not UTF-8.
    NotText,
}

/// The text of an answer, piece by piece as it comes: the browser would put a long one together in one go, and
/// read it in another.
///
/// # Errors
/// Where it does not come, or is no text.
pub async fn text(answer: Response) -> Result<String, Fault> {
    let pieces = pieces(answer).await.ok_or(Fault::BrokenOff)?;
    text_of(&pieces).await.ok_or(Fault::NotText)
}

/// All that an answer brings. None where it breaks off.
async fn pieces(answer: Response) -> Option<Vec<Uint8Array>> {
    let mut pieces = Vec::new();
    // An answer may have no body at all.
    let Some(body) = answer.body() else { return Some(pieces) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut slice = Slice::start();
    loop {
        let read = JsFuture::from(reader.read()).await.ok()?;
        // What is over has no value.
        let Ok(piece) = Reflect::get(&read, &JsValue::from_str("value")).ok()?.dyn_into() else { return Some(pieces) };
        pieces.push(piece);
        slice.rest().await;
    }
}

/// The text that some bytes are, a piece at a time. None where they are not UTF-8.
async fn text_of(pieces: &[Uint8Array]) -> Option<String> {
    let length: u32 = pieces.iter().map(Uint8Array::length).sum();
    let mut text = String::with_capacity(usize::try_from(length).ok()?);
    // Of a letter that goes on in the next piece.
    let mut begun = Vec::new();
    let mut slice = Slice::start();
    for piece in pieces {
        begun.extend(piece.to_vec());
        let whole = match str::from_utf8(&begun) {
            Ok(whole) => whole,
            Err(fault) if fault.error_len().is_none() => str::from_utf8(begun.get(..fault.valid_up_to())?).ok()?,
            Err(_) => return None,
        };
        // A mark of the order of bytes, which UTF-8 has not, is left out.
        text.push_str(whole.strip_prefix('\u{FEFF}').filter(|_| text.is_empty()).unwrap_or(whole));
        begun.drain(..whole.len());
        slice.rest().await;
    }
    begun.is_empty().then_some(text)
}
