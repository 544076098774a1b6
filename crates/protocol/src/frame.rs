//! Messages as bytes: `VERSION`, then postcard.
//!
//! A page and a worker of different builds must notice, not misread: hence the version byte. Bytes that are not a
//! whole message of this version are an error, never a panic; so is a frame longer than [`FRAME_BYTES`].

use std::fmt;

use serde::{Serialize, de::DeserializeOwned};

use crate::{Event, Request};

/// Changes with every change to the messages' shape.
pub const VERSION: u8 = 6;
/// The longest frame. A program at its bound fits with room; a worker sends a longer batch as several.
pub const FRAME_BYTES: usize = 8 << 20;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrameError {
    Empty,
    Version { found: u8 },
    TooLong { bytes: usize },
    Malformed { reason: String },
}

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FrameError::Empty => write!(f, "empty frame"),
            FrameError::Version { found } => write!(f, "frame of version {found}, expected {VERSION}"),
            FrameError::TooLong { bytes } => write!(f, "frame of {bytes} bytes, at most {FRAME_BYTES}"),
            FrameError::Malformed { reason } => write!(f, "malformed frame: {reason}"),
        }
    }
}

impl std::error::Error for FrameError {}

pub fn encode_request(request: &Request) -> Result<Vec<u8>, FrameError> {
    encode(request)
}

pub fn decode_request(bytes: &[u8]) -> Result<Request, FrameError> {
    decode(bytes)
}

/// The events of one slice.
pub fn encode_events(events: &[Event]) -> Result<Vec<u8>, FrameError> {
    encode(events)
}

pub fn decode_events(bytes: &[u8]) -> Result<Vec<Event>, FrameError> {
    decode(bytes)
}

fn encode<T: Serialize + ?Sized>(message: &T) -> Result<Vec<u8>, FrameError> {
    let bytes = postcard::to_extend(message, vec![VERSION]).map_err(malformed)?;
    if bytes.len() > FRAME_BYTES {
        return Err(FrameError::TooLong { bytes: bytes.len() });
    }
    Ok(bytes)
}

fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, FrameError> {
    if bytes.len() > FRAME_BYTES {
        return Err(FrameError::TooLong { bytes: bytes.len() });
    }
    let (&version, body) = bytes.split_first().ok_or(FrameError::Empty)?;
    if version != VERSION {
        return Err(FrameError::Version { found: version });
    }
    let (message, rest) = postcard::take_from_bytes(body).map_err(malformed)?;
    if !rest.is_empty() {
        return Err(FrameError::Malformed { reason: format!("{} bytes too many", rest.len()) });
    }
    Ok(message)
}

fn malformed(error: postcard::Error) -> FrameError {
    FrameError::Malformed { reason: error.to_string() }
}
