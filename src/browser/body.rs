//! The bodies of answers.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::clock::{Slice, pause};

/// Why a body could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The connection broke off.
    BrokenOff,
    /// It is not UTF-8.
    NotText,
}

/// The text of an answer.
///
/// # Errors
/// Where it does not come, or is no text.
pub async fn text(answer: Response) -> Result<String, Fault> {
    let bytes = JsFuture::from(answer.array_buffer().map_err(|_| Fault::BrokenOff)?).await;
    let bytes = Uint8Array::new(&bytes.map_err(|_| Fault::BrokenOff)?);
    text_of(&bytes).await.ok_or(Fault::NotText)
}

/// The text that some bytes are, a little at a time: the browser would read a long one in one go, and copy
/// it in another. None where they are not UTF-8.
async fn text_of(bytes: &Uint8Array) -> Option<String> {
    const PART: u32 = 1 << 18;
    let mut text = String::with_capacity(usize::try_from(bytes.length()).ok()?);
    let mut slice = Slice::start();
    // A mark of the order of bytes, which UTF-8 has not, is left out.
    let mut start = if bytes.subarray(0, 3).to_vec() == [0xEF, 0xBB, 0xBF] { 3 } else { 0 };
    while start < bytes.length() {
        let end = bytes.length().min(start + PART);
        let part = bytes.subarray(start, end).to_vec();
        let whole = match str::from_utf8(&part) {
            Ok(part) => part,
            // A letter goes on in the next part.
            Err(fault) if fault.error_len().is_none() && end < bytes.length() => {
                str::from_utf8(part.get(..fault.valid_up_to())?).ok()?
            }
            Err(_) => return None,
        };
        text.push_str(whole);
        start += u32::try_from(whole.len()).ok()?;
        if slice.is_over() {
            pause().await;
            slice = Slice::start();
        }
    }
    Some(text)
}
