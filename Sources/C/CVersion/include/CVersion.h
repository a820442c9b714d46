#pragma once

/// The version of the program, as `Package.swift` has it.
const char *_Nonnull newsfold_version(void);
