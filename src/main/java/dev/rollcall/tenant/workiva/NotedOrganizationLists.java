package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Resource;
import dev.rollcall.tenant.careful.SharedList;
import java.util.Map;
import java.util.Optional;

/** Lists by what they are noted as, for another process to find them again. */
record NotedOrganizationLists(WorkivaContext context) {

  private static final String GROUP = "group";
  private static final String FILE = "file";

  /** Where nothing can be taken from others there is nothing to find again. */
  static final String NOTHING = "nothing";

  static String group(GroupId group) {
    return GROUP + " " + group.workspace() + " " + group.group();
  }

  static String file(WorkivaFile file) {
    return FILE + " " + file.id();
  }

  /** The list a reference is of; empty where there is none any more. */
  Optional<SharedList> of(String reference) {
    String[] words = reference.split(" ");
    return switch (words[0]) {
      case GROUP -> members(new GroupId(words[1], words[2]));
      case FILE -> holders(words[1]);
      default -> Optional.empty();
    };
  }

  private Optional<SharedList> members(GroupId id) {
    return context.index().names().stream()
        .filter(name -> name.kind() == WorkivaVocabulary.GROUP)
        .filter(name -> context.index().id(name).equals(Optional.of(id.group())))
        .map(Resource::toString)
        .findFirst()
        .map(name -> new GroupPeople(context, name, id, true));
  }

  private Optional<SharedList> holders(String id) {
    return context.files().all().entrySet().stream()
        .filter(each -> each.getValue().id().equals(id))
        .findFirst()
        .map(this::permissions);
  }

  private SharedList permissions(Map.Entry<Resource, WorkivaFile> file) {
    return new PermissionList(context, file.getKey().name(), file.getValue(), true);
  }
}
