/**
 * What one turn took.
 *
 * @param seconds by the clock
 * @param processorSeconds of all threads, and of all processes that were started
 * @param peakMegabytes the most memory that it ever had, of 1024 x 1024 bytes; 0 where the system
 *     does not tell
 */
record Cost(double seconds, double processorSeconds, double peakMegabytes) {}
