// A SCIM service provider made of scimmy, in memory, on any port of the loopback address.
// Its argument says whether it looks at filters (listens) or forgets to (deaf).
import express from "express";
import SCIMMY from "scimmy";
import SCIMMYRouters from "scimmy-routers";

const TOKEN = "scimmy-token-of-the-test";
const listens = process.argv[2] !== "deaf";
let last = 0;

function declare(type, unique) {
  const rows = new Map();
  const there = (id) => {
    if (!rows.has(id)) {
      throw new SCIMMY.Types.Error(404, null, `there is no ${id}`);
    }
    return rows.get(id);
  };
  const isTaken = (name) =>
    [...rows.values()].some((row) => row[unique].toLowerCase() === name.toLowerCase());
  SCIMMY.Resources.declare(type)
    .ingress((resource, data) => {
      if (resource.id) {
        there(resource.id);
      } else if (isTaken(data[unique])) {
        throw new SCIMMY.Types.Error(409, "uniqueness", `${unique} is taken`);
      }
      const id = resource.id ?? `${unique}-${++last}`;
      const row = { ...JSON.parse(JSON.stringify(data)), id };
      rows.set(id, row);
      return row;
    })
    .egress((resource) => {
      if (resource.id) {
        return there(resource.id);
      }
      const all = [...rows.values()];
      return listens && resource.filter ? resource.filter.match(all) : all;
    })
    .degress((resource) => {
      there(resource.id);
      rows.delete(resource.id);
    });
}

declare(SCIMMY.Resources.User, "userName");
declare(SCIMMY.Resources.Group, "displayName");

const app = express();
app.use(
  "/scim/v2",
  new SCIMMYRouters({
    type: "bearer",
    handler: (request) => {
      if (request.header("Authorization") !== `Bearer ${TOKEN}`) {
        throw new Error("no such token");
      }
      return "somebody";
    },
  }),
);
const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit(0)).resume();
