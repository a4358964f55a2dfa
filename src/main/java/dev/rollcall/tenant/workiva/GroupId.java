package dev.rollcall.tenant.workiva;

/** Where a group is: the ids of its workspace and of itself. */
record GroupId(String workspace, String group) {}
