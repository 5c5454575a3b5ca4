/* oxlint-disable */
// What old libraries do to the prototypes that everybody shares: enumerable additions, and methods of their own making.
Array.prototype.remove = function (item) {
  this.splice(this.indexOf(item), 1);
};
Array.prototype.last = function () {
  return this[this.length - 1];
};
Object.prototype.extend = function (more) {
  for (var name in more) this[name] = more[name];
  return this;
};
String.prototype.trim = function () {
  return this.replace(/^\s+|\s+$/g, "");
};
Element.prototype.remove = function () {
  if (this.parentNode) this.parentNode.removeChild(this);
};
window.name = "liftline";
window.h = window.t = window.render = window.$ = null;
