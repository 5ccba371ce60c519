//! Brotli, as hosts compress files once for all visitors.

use std::io;

/// How many bytes a file takes in brotli at its best.
pub fn brotli(content: &[u8]) -> io::Result<usize> {
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    let mut content = content;
    brotli::BrotliCompress(&mut content, &mut packed, &best)?;
    Ok(packed.len())
}
