//! Foreign formats: fields as JSON, and the numbers of the advice as RON.
