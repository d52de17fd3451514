//! The text kept on the device.
