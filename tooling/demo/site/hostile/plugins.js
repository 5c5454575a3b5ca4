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

// What libraries of 2007 put in the place of methods that browsers have had since then; pages still carry them.
Array.prototype.toJSON = function () {
  return "[" + this.map(JSON.stringify).join(", ") + "]";
};
Array.prototype.entries = Array.prototype.toArray = function () {
  return this.slice(0);
};
Array.prototype.find = Array.prototype.detect = function (test, context) {
  for (var index = 0; index < this.length; index++) if (test.call(context, this[index], index)) return this[index];
};
Array.prototype.flatten = function () {
  return [].concat.apply([], this);
};
Array.from = window.$A = function (list) {
  if (!list) return [];
  if ("toArray" in Object(list)) return list.toArray();
  var found = new Array(list.length || 0);
  for (var index = 0; index < found.length; index++) found[index] = list[index];
  return found;
};
Object.keys = function (object) {
  var names = [];
  for (var name in object) names.push(name);
  return names;
};
Function.prototype.bind = function (context) {
  var method = this;
  var first = Array.prototype.slice.call(arguments, 1);
  return function () {
    return method.apply(context, first.concat(Array.prototype.slice.call(arguments)));
  };
};
String.prototype.startsWith = function (text) {
  return this.indexOf(text) === 0;
};
Date.now = function () {
  return +new Date();
};
window.Promise.prototype.done = function (then) {
  return this.then(then);
};

// A loader of modules from before modules: whoever finds it may think that it is to be used.
window.define = function () {
  throw new Error("Mismatched anonymous define() module");
};
window.define.amd = {};
window.require = function (name) {
  throw new Error("Module name " + name + " has not been loaded yet");
};
window.module = { exports: {} };
window.exports = window.module.exports;
window.process = { env: {} };
window.global = {};
window.name = "liftline";
window.h = window.t = window.render = window.$ = null;
