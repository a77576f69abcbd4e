// Which of these ids the graph does not know, by kind.
// Generated from src/intake/kinds/ by `guanxi generate`: change that, not this.
// mode  read
// param companies   list<string> = []
// param interests   list<string> = []
// param categories  list<string> = []
// param products    list<string> = []
// param stores      list<string> = []
// param campaigns   list<string> = []
// param customers   list<string> = []
// param orders      list<string> = []
// param posts       list<string> = []
// param touches     list<string> = []
// row   companies   list<string>
// row   interests   list<string>
// row   categories  list<string>
// row   products    list<string>
// row   stores      list<string>
// row   campaigns   list<string>
// row   customers   list<string>
// row   orders      list<string>
// row   posts       list<string>
// row   touches     list<string>
// try   :param companies => ['B000001', 'x'];
// try   :param interests => ['I01', 'x'];
// try   :param categories => ['G01', 'x'];
// try   :param products => ['P001', 'x'];
// try   :param stores => ['S001', 'x'];
// try   :param campaigns => ['M001', 'x'];
// try   :param customers => ['C0000001', 'x'];
// try   :param orders => ['O0000001-001', 'x'];
// try   :param posts => ['T0000001-1', 'x'];
// try   :param touches => ['M001-C0000001', 'x'];
RETURN COLLECT { UNWIND $companies AS id WITH id WHERE NOT EXISTS { (:Company {id: id}) } RETURN id } AS companies,
       COLLECT { UNWIND $interests AS id WITH id WHERE NOT EXISTS { (:Interest {id: id}) } RETURN id } AS interests,
       COLLECT { UNWIND $categories AS id WITH id WHERE NOT EXISTS { (:Category {id: id}) } RETURN id } AS categories,
       COLLECT { UNWIND $products AS id WITH id WHERE NOT EXISTS { (:Product {id: id}) } RETURN id } AS products,
       COLLECT { UNWIND $stores AS id WITH id WHERE NOT EXISTS { (:Store {id: id}) } RETURN id } AS stores,
       COLLECT { UNWIND $campaigns AS id WITH id WHERE NOT EXISTS { (:Campaign {id: id}) } RETURN id } AS campaigns,
       COLLECT { UNWIND $customers AS id WITH id WHERE NOT EXISTS { (:Customer {id: id}) } RETURN id } AS customers,
       COLLECT { UNWIND $orders AS id WITH id WHERE NOT EXISTS { (:Order {id: id}) } RETURN id } AS orders,
       COLLECT { UNWIND $posts AS id WITH id WHERE NOT EXISTS { (:Post {id: id}) } RETURN id } AS posts,
       COLLECT { UNWIND $touches AS id WITH id WHERE NOT EXISTS { (:Touch {id: id}) } RETURN id } AS touches;
