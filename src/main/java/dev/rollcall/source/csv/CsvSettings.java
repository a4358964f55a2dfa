package dev.rollcall.source.csv;

import dev.rollcall.source.columns.HeaderSearch;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A CSV file to be read.
 *
 * @param name of the source
 * @param path of the file
 * @param label how the file is called in messages, e.g. the path as the job file has it
 * @param charset empty where it is to be found out
 * @param delimiter empty where it is to be found out
 * @param search knows the header where it sees it
 */
public record CsvSettings(
    String name,
    Path path,
    String label,
    Optional<Charset> charset,
    Optional<Character> delimiter,
    HeaderSearch search) {}
