package dev.rollcall.tenant.workiva;

/** Where a membership is: the ids of its workspace and of itself. */
record SeatId(String workspace, String membership) {}
