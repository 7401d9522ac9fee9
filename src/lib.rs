//! Stakeholder force-field mapping.
